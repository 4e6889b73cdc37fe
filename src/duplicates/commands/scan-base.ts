import type { Step } from '#kernel/command.ts';
import { type JobContext, job } from '#kernel/jobs.ts';
import type { Traits } from '../model.ts';
import { type Group, groupAll, groupSharing } from '../rules/grouping.ts';
import { signatureOf } from '../rules/signature.ts';
import { dropLostGroups, type NewGroup, saveFound } from '../store/groups.ts';
import {
  beginScan,
  endScan,
  loadBlocks,
  loadTitles,
  loadTraitsOf,
  type ScannedRecord,
} from '../store/scans.ts';
import { catchUp } from '../store/traits.ts';

type Transaction = <T>(work: (step: Step) => Promise<T>, mode?: 'write' | 'read') => Promise<T>;

const blockPiece = 20_000;
const traitPiece = 5_000;
const groupPiece = 500;

/**
 * Compares the whole base with itself, in memory and in pieces: first only hashes are read, then the records that share
 * one with another. Keeps what people have said of groups with the same members. Returns how many were found.
 */
export async function scanBase(
  scanId: string,
  transaction: Transaction,
  signal?: AbortSignal,
): Promise<{ records: number; groups: number }> {
  await transaction((step) => beginScan(step, scanId));
  const records: ScannedRecord[] = [];
  const blocks: (readonly number[])[] = [];
  for (let after: ScannedRecord | null = null; ; ) {
    if (signal?.aborted) throw signal.reason;
    const from: ScannedRecord | null = after;
    const piece: Awaited<ReturnType<typeof loadBlocks>> = await transaction(
      (step) => loadBlocks(step, from, blockPiece),
      'read',
    );
    for (const { object, id, blocks: own } of piece) {
      records.push({ object, id });
      blocks.push(own);
    }
    after = piece.at(-1) ?? null;
    if (piece.length < blockPiece) break;
  }
  const sharing = groupSharing(blocks).flatMap((at) => records[at] ?? []);
  const compared: { record: ScannedRecord; traits: Traits }[] = [];
  for (let at = 0; at < sharing.length; at += traitPiece) {
    if (signal?.aborted) throw signal.reason;
    const found = await transaction((step) => loadTraitsOf(step, sharing.slice(at, at + traitPiece)), 'read');
    for (const { object, id, traits } of found) compared.push({ record: { object, id }, traits });
  }
  const groups = groupAll(compared.map((one) => one.traits));
  for (let at = 0; at < groups.length; at += groupPiece)
    await transaction((step) => saveGroups(step, scanId, groups.slice(at, at + groupPiece), compared));
  await transaction(async (step) => {
    await dropLostGroups(step, scanId);
    await endScan(step, scanId, { status: 'done', records: records.length, groups: groups.length });
  });
  return { records: records.length, groups: groups.length };
}

async function saveGroups(
  step: Step,
  scanId: string,
  groups: readonly Group[],
  compared: readonly { readonly record: ScannedRecord }[],
): Promise<void> {
  const membersOf = (group: Group) => group.members.flatMap((at) => compared[at]?.record ?? []);
  const titles = await loadTitles(step, groups.flatMap(membersOf));
  const rows: NewGroup[] = groups.map((group) => {
    const members = membersOf(group);
    const names = members.flatMap((one) => titles.get(one.id) ?? []);
    return {
      members,
      title: names.toSorted((one, other) => other.length - one.length)[0] ?? '—',
      reasons: [...new Set(group.edges.flatMap((edge) => edge.match.reasons))],
      sureness: Math.min(...group.edges.map((edge) => edge.match.sureness)),
      signature: signatureOf(members),
    };
  });
  await saveFound(step, scanId, rows);
}

/** The scan as a job: first what no fact told of is read anew, then everything is compared. One that breaks off says so. */
export const scanJob = job<{ scanId: string }>({
  name: 'duplicates.scan',
  retries: 0,
  seconds: 3_600,
  run: ({ scanId }, context) => runScan(scanId, context),
});

async function runScan(scanId: string, { transaction, signal, log, orgId }: JobContext): Promise<void> {
  try {
    await catchUp(transaction, signal);
    const found = await scanBase(scanId, transaction, signal);
    log.info({ orgId, ...found }, 'base scanned for duplicates');
  } catch (error) {
    await transaction((step) => endScan(step, scanId, { status: 'failed', records: null, groups: null }));
    throw error;
  }
}

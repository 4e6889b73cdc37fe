import { notify } from '#inbox/public.ts';
import type { Step } from '#kernel/command.ts';
import { dayOf } from '#kernel/values/day.ts';
import { lockLeadsDue, recycleLeads } from '#leads/public.ts';
import { recycledReason } from '../rules/reasons.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { loadPolicy, type Policy } from '../store/policy.ts';
import {
  examineLocked,
  finishRun,
  noLongerDue,
  openRun,
  type Planned,
  planRun,
  type Result,
  type Run,
  retryFailed,
  saveResults,
  takePlanned,
} from '../store/runs.ts';

type Transaction = <T>(work: (step: Step) => Promise<T>) => Promise<T>;

const pieceSize = 500;

interface Night {
  readonly run: Run;
  readonly set: RuleSet;
}

/**
 * One tick of tonight's recycling: plans the night if nobody has, then moves what is planned, a piece per transaction. Any
 * number of servers may do so at once, and one that is killed leaves nothing half done: the next tick goes on.
 */
export async function runNight(
  transaction: Transaction,
  signal?: AbortSignal,
): Promise<{ recycled: number; failed: number } | null> {
  const night = await transaction(openNight);
  if (!night) return null;
  const sum = { recycled: 0, failed: 0 };
  for (let after: Planned | null = null; ; ) {
    signal?.throwIfAborted();
    const from: Planned | null = after;
    const piece: Piece = await movePiece(transaction, night, from, pieceSize).catch((error: unknown) => {
      if (isOurs(error)) throw error;
      return moveOneByOne(transaction, night, from);
    });
    sum.recycled += piece.recycled;
    sum.failed += piece.failed;
    if (!piece.last) break;
    after = piece.last;
  }
  await transaction((step) => endNight(night, step));
  return sum;
}

/** Losing the claim or being stopped is not the fault of a record. */
function isOurs(error: unknown): boolean {
  return error instanceof Error && (error.name === 'LostClaim' || error.name === 'AbortError');
}

async function openNight(step: Step): Promise<Night | null> {
  const policy = await loadPolicy(step);
  const night = dayOf(step.now, step.actor.org.zone);
  if (!isOn(policy, night)) return null;
  const { run, fresh } = await openRun(step, night);
  if (run.finishedAt !== null) return null;
  if (fresh) await planRun(step, run, policy.live);
  else await retryFailed(step, run.id);
  return { run, set: policy.live };
}

/** Nothing moves before the first night, nor while clocks still stand as older rules had them. */
function isOn(policy: Policy, night: string): policy is Policy & { live: RuleSet } {
  const { enabled, live, version, clocked, firstNight } = policy;
  return enabled && live !== null && clocked === version && (firstNight === null || night >= firstNight);
}

interface Piece {
  readonly recycled: number;
  readonly failed: number;
  readonly last: Planned | null;
}

function movePiece(
  transaction: Transaction,
  night: Night,
  after: Planned | null,
  atMost: number,
): Promise<Piece> {
  return transaction(async (step) => {
    const taken = await takePlanned(step, { runId: night.run.id, after, atMost });
    const results = await moveTaken(night, taken, step);
    await saveResults(step, night.run.id, results);
    const recycled = results.filter(({ outcome }) => outcome === 'recycled').length;
    return { recycled, failed: 0, last: taken.at(-1) ?? null };
  });
}

/** Whether each goes is decided again under its lock: a follow-up or a new owner may have come first. */
async function moveTaken(
  { run, set }: Night,
  taken: readonly Planned[],
  step: Step,
): Promise<readonly Result[]> {
  if (taken.length === 0) return [];
  const locked = await lockLeadsDue({ leads: taken, night: run.night }, step);
  const examined = await examineLocked(
    step,
    locked.map(({ id }) => id),
    run.night,
    set,
  );
  const about = new Map(examined.map((one) => [one.id, one]));
  const going = locked.filter(({ id }) => about.get(id)?.exempt === null);
  const rules = new Map(set.rules.map((rule) => [rule.id, rule]));
  await recycleLeads(
    going.map((lead) => ({
      ...lead,
      why: recycledReason(rules.get(lead.ruleId ?? ''), about.get(lead.id), lead.dueOn),
    })),
    step,
  );
  const kept = examined.filter(({ exempt }) => exempt !== null);
  const seen = new Set(locked.map(({ id }) => id));
  const changed = await noLongerDue(
    step,
    taken.filter(({ id }) => !seen.has(id)),
    run.night,
  );
  return [
    ...going.map(({ id, poolId }) => ({ id, poolId, outcome: 'recycled' as const, reason: null })),
    ...kept.map(({ id, exempt }) => ({ id, poolId: null, outcome: 'skipped' as const, reason: exempt })),
    ...[...changed].map((id) => ({ id, poolId: null, outcome: 'skipped' as const, reason: 'changed' })),
    // The rest somebody is working on just now: planned as before, for the next tick.
  ];
}

/** A piece that failed as a whole goes one by one: one bad record keeps no other from moving. */
async function moveOneByOne(transaction: Transaction, night: Night, after: Planned | null): Promise<Piece> {
  const sum = { recycled: 0, failed: 0 };
  let last: Planned | null = after;
  for (let count = 0; count < pieceSize; count += 1) {
    const from: Planned | null = last;
    const next = await movePiece(transaction, night, from, 1).catch((error: unknown) =>
      noteFailure(transaction, night, from, error),
    );
    sum.recycled += next.recycled;
    sum.failed += next.failed;
    if (!next.last) return { ...sum, last: null };
    last = next.last;
  }
  return { ...sum, last };
}

async function noteFailure(
  transaction: Transaction,
  night: Night,
  after: Planned | null,
  error: unknown,
): Promise<Piece> {
  if (isOurs(error)) throw error;
  const reason = (error instanceof Error ? error.message : String(error)).slice(0, 300);
  return transaction(async (step) => {
    const [bad] = await takePlanned(step, { runId: night.run.id, after, atMost: 1 });
    if (!bad) return { recycled: 0, failed: 0, last: null };
    await saveResults(step, night.run.id, [{ id: bad.id, outcome: 'failed', reason, poolId: null }]);
    return { recycled: 0, failed: 1, last: bad };
  });
}

/** When all is done each owner hears once what went from him. */
async function endNight({ run }: Night, step: Step): Promise<void> {
  for (const { userId, count } of await finishRun(step, run.id))
    await notify(
      {
        userIds: [userId],
        kind: 'leadsRecycled',
        object: 'recycleRuns',
        recordId: run.id,
        title: {
          zh: `${count} 条线索超期未跟进，已回收到公海`,
          en: `${count} of your leads went back to the pool`,
        },
      },
      step,
    );
}

import { type RawBuilder, sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import { type Appearance, type DuplicateObject, duplicateObjects, type Traits } from '../model.ts';
import { blocksOf } from '../rules/grouping.ts';
import { traitsOf } from '../rules/traits.ts';

/** A record as it must be compared anew. */
interface SourceRow extends Appearance {
  readonly id: string;
  readonly version: number;
  readonly alive: boolean;
}

const columns: Readonly<Record<DuplicateObject, RawBuilder<unknown>>> = {
  leads: sql`t.company as name, t.contact_name as contact, array[t.phone] as phones, t.email, null as website, t.region, t.uscc`,
  accounts: sql`t.name, null as contact, array[t.phone] as phones, null as email, t.website, t.region, t.uscc`,
  contacts: sql`null as name, t.name as contact, array[t.phone] as phones, t.email, null as website, null as region, null as uscc`,
};

/** Which records are grouped: not those in the bin, nor leads that have become the account they would be grouped with. */
const groupable: Readonly<Record<DuplicateObject, RawBuilder<boolean>>> = {
  leads: sql<boolean>`(t.deleted_at is null and t.status <> 'converted')`,
  accounts: sql<boolean>`(t.deleted_at is null)`,
  contacts: sql<boolean>`(t.deleted_at is null)`,
};

/** These records as they are now, those in the bin too. */
export async function loadAppearances(
  { tx, actor }: Step,
  object: DuplicateObject,
  ids: readonly string[],
): Promise<SourceRow[]> {
  const found = await sql<SourceRow>`
    select t.id, t.version, ${groupable[object]} as alive, ${columns[object]} from ${sql.table(object)} as t
    where t.org_id = ${actor.orgId}::uuid and t.id = any(${ids}::uuid[])`.execute(tx);
  return found.rows;
}

/** The next records whose kept form is missing or of an older version; `after` goes through them by id. */
export async function loadOutdated(
  { tx, actor }: Step,
  object: DuplicateObject,
  after: string | null,
  size: number,
): Promise<SourceRow[]> {
  const found = await sql<SourceRow>`
    select t.id, t.version, ${groupable[object]} as alive, ${columns[object]} from ${sql.table(object)} as t
    left join duplicate_traits d on d.org_id = t.org_id and d.object = ${object} and d.record_id = t.id
    where t.org_id = ${actor.orgId}::uuid and (${after}::uuid is null or t.id > ${after}::uuid)
      and (d.version is distinct from t.version or d.alive is distinct from ${groupable[object]})
    order by t.id limit ${size}`.execute(tx);
  return found.rows;
}

/** Keeps the form in which these records are compared. */
export async function saveTraits(
  { tx, actor }: Step,
  object: DuplicateObject,
  rows: readonly SourceRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const kept = rows.map(({ id, version, alive, ...shown }) => {
    const traits = traitsOf(shown);
    const core = traits.readings[0]?.core ?? '';
    return { id, version, alive, core, traits, blocks: `{${blocksOf(traits).join(',')}}` };
  });
  await sql`
    insert into duplicate_traits as d (org_id, object, record_id, version, alive, core, traits, blocks)
    select ${actor.orgId}::uuid, ${object}, r.id, r.version, r.alive, r.core, r.traits, r.blocks::integer[]
    from jsonb_to_recordset(${JSON.stringify(kept)}::jsonb)
      as r(id uuid, version integer, alive boolean, core text, traits jsonb, blocks text)
    order by r.id
    on conflict (org_id, object, record_id) do update set version = excluded.version, alive = excluded.alive,
      core = excluded.core, traits = excluded.traits, blocks = excluded.blocks
    where (d.version, d.alive) is distinct from (excluded.version, excluded.alive)`.execute(tx);
}

export interface Candidate {
  readonly object: DuplicateObject;
  readonly id: string;
  readonly traits: Traits;
}

/** A name that half the base begins with is not looked through to its end. */
const most = 400;

/** Records that share something with what is asked, those in the bin and of everybody included. */
export async function loadCandidates(
  { tx, actor }: Pick<Step, 'tx' | 'actor'>,
  asked: Traits,
  { prefixes = true }: { prefixes?: boolean } = {},
): Promise<Candidate[]> {
  const parts: RawBuilder<unknown>[] = [];
  const blocks = blocksOf(asked);
  const columnsSql = sql`object, record_id as id, traits`;
  if (blocks.length > 0)
    parts.push(sql`(select ${columnsSql} from duplicate_traits
      where org_id = ${actor.orgId}::uuid and blocks && ${blocks}::integer[] limit ${most})`);
  const core = asked.readings[0]?.core ?? '';
  if (prefixes && [...core].length >= 2)
    parts.push(sql`(select ${columnsSql} from duplicate_traits
      where org_id = ${actor.orgId}::uuid and core <> '' and core like ${`${core.replace(/[\\%_]/g, '\\$&')}%`} limit 60)`);
  if (parts.length === 0) return [];
  const found = await sql<Candidate>`${sql.join(parts, sql` union all `)}`.execute(tx);
  return [...new Map(found.rows.map((row) => [`${row.object}/${row.id}`, row])).values()];
}

/** The same for many at once: an import asks for all of its rows in one statement. */
export async function loadCandidatesOfAll(
  { tx, actor }: Pick<Step, 'tx' | 'actor'>,
  asked: readonly Traits[],
): Promise<(Candidate & { readonly blocks: readonly number[] })[]> {
  const blocks = [...new Set(asked.flatMap(blocksOf))];
  if (blocks.length === 0) return [];
  const found = await sql<Candidate & { blocks: number[] }>`
    select object, record_id as id, traits, blocks from duplicate_traits
    where org_id = ${actor.orgId}::uuid and blocks && ${blocks}::integer[] limit 20000`.execute(tx);
  return found.rows;
}

type Transaction = <T>(work: (step: Step) => Promise<T>) => Promise<T>;
const pieceSize = 2_000;

/** Goes through the whole base for records that no fact told of, a piece at a time. Returns how many were read anew. */
export async function catchUp(transaction: Transaction, signal?: AbortSignal): Promise<number> {
  let read = 0;
  for (const object of duplicateObjects) {
    for (let after: string | null = null; ; ) {
      if (signal?.aborted) throw signal.reason;
      const from: string | null = after;
      const rows = await transaction(async (step) => {
        const found = await loadOutdated(step, object, from, pieceSize);
        await saveTraits(step, object, found);
        return found;
      });
      read += rows.length;
      after = rows.at(-1)?.id ?? null;
      if (rows.length < pieceSize) break;
    }
  }
  return read;
}

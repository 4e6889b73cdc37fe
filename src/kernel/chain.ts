import { createHash } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import { type Database, inTransaction, type Tx } from './db.ts';
import type { Log } from './log.ts';

/** The hash before the first fact of an organisation. */
const origin = Buffer.alloc(32);
const batchSize = 1_000;
const debounceMs = 50;
const pollMs = 1_000;

/**
 * A fact as one text that the database always writes the same way: jsonb orders its keys and keeps the scale of
 * numbers, and the instant is written out so that no session's time zone shows in it.
 */
const digest: RawBuilder<Buffer> = sql`sha256(convert_to(jsonb_build_object(
  'org', e.org_id, 'id', e.id, 'at', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
  'type', e.type, 'object', e.object, 'subject', e.subject_id, 'about', e.about, 'actor', e.actor_id,
  'source', e.source, 'request', e.request_id, 'changes', e.changes, 'data', e.data)::text, 'UTF8'))`;

/** Each hash stands on the one before, so that nothing behind it can change unseen. */
function chained(before: Buffer, content: Buffer): Buffer {
  return createHash('sha256').update(before).update(content).digest();
}

/** The last link of an organisation's chain. Written down elsewhere, it proves everything before it. */
export interface ChainHead {
  readonly position: number;
  readonly hash: Buffer;
}

/** Reads the last link of an organisation's chain; before the first fact it is the origin. */
export async function chainHead(tx: Tx, orgId: string): Promise<ChainHead> {
  const { rows } = await sql<ChainHead>`
    select position, hash from event_links where org_id = ${orgId}::uuid order by position desc limit 1`.execute(
    tx,
  );
  return rows[0] ?? { position: 0, hash: origin };
}

/**
 * Gives the waiting facts of one organisation their gap-free positions; returns how many.
 *
 * One node at a time: whoever finds the lock taken leaves the facts to its holder instead of queueing up behind it
 * (the rows' own locks and the key of event_links would keep the order, too). Facts are taken in the order in
 * which they were announced (their ids grow), because a command that waited for a lock has the earlier start time.
 */
export function linkFacts(database: Database, orgId: string): Promise<number> {
  return inTransaction(database, orgId, async (tx) => {
    const lock = await sql<{ mine: boolean }>`
      select pg_try_advisory_xact_lock(hashtextextended(${`chain/${orgId}`}, 0)) as mine`.execute(tx);
    if (!lock.rows[0]?.mine) return 0;
    const facts = await takeFacts(tx, orgId);
    if (facts.length === 0) return 0;
    let { position, hash } = await chainHead(tx, orgId);
    const links = facts.map((fact) => {
      position += 1;
      hash = chained(hash, fact.digest);
      return { position, id: fact.id, at: fact.at, hash: hash.toString('hex') };
    });
    await sql`
      insert into event_links (org_id, position, event_id, event_at, hash)
      select ${orgId}::uuid, r.position, r.id, r.at, decode(r.hash, 'hex')
      from jsonb_to_recordset(${JSON.stringify(links)}::jsonb)
        as r(position bigint, id uuid, at timestamptz, hash text)`.execute(tx);
    return links.length;
  });
}

async function takeFacts(tx: Tx, orgId: string) {
  // The instant travels as text: a JavaScript date would cut its microseconds off.
  const { rows } = await sql<{ id: string; at: string; digest: Buffer | null }>`
    with taken as (
      delete from outbox where event_id in (
        select event_id from outbox where org_id = ${orgId}::uuid order by event_id limit ${batchSize})
      returning event_id, at
    )
    select taken.event_id as id, taken.at::text as at, case when e.id is not null then ${digest} end as digest
    from taken left join events e on e.org_id = ${orgId}::uuid and e.at = taken.at and e.id = taken.event_id
    order by taken.event_id`.execute(tx);
  return rows.map((row) => {
    if (!row.digest) throw new Error(`the fact ${row.id} waits for the chain but does not exist`);
    return { ...row, digest: row.digest };
  });
}

/** Links everything that waits, for all organisations; returns how many facts. */
export async function linkAll(
  database: Database,
  linked: (orgId: string) => void = () => undefined,
): Promise<number> {
  let total = 0;
  const waiting = await database.pool.query<{ org_id: string }>('select distinct org_id from outbox');
  for (const { org_id: orgId } of waiting.rows) {
    for (let more = true; more; ) {
      const count = await linkFacts(database, orgId);
      total += count;
      if (count > 0) linked(orgId);
      more = count === batchSize;
    }
  }
  return total;
}

export interface ChainSettings {
  readonly log: Log;
  /** Called with the organisation after each batch: wakes reactions and screens. */
  readonly linked?: (orgId: string) => void;
}

/** Something that works in the background until it is stopped; `stop` waits for what it has in hand. */
export interface Running {
  stop(): Promise<void>;
}

/** Keeps the chain up with the facts: soon after a commit of this process, within a second after one of another. */
export function startChain(database: Database, { log, linked }: ChainSettings): Running {
  let wanted = false;
  let running: Promise<void> | null = null;
  let debounce: NodeJS.Timeout | null = null;
  let stopped = false;
  const run = () => {
    wanted = true;
    running ??= (async () => {
      while (wanted && !stopped) {
        wanted = false;
        await linkAll(database, linked).catch((error: unknown) =>
          log.error({ err: error }, 'facts could not be linked'),
        );
      }
      running = null;
    })();
  };
  const before = database.onCommit;
  database.onCommit = () => {
    before();
    debounce ??= setTimeout(() => {
      debounce = null;
      run();
    }, debounceMs);
  };
  const poll = setInterval(run, pollMs);
  run();
  return {
    async stop() {
      stopped = true;
      database.onCommit = before;
      clearInterval(poll);
      if (debounce) clearTimeout(debounce);
      await running;
    },
  };
}

/** What a check of the chain found: its head, and every place where it does not hold (at most a hundred). */
export interface ChainReport {
  readonly head: ChainHead;
  readonly offenders: readonly { id: string; why: string }[];
}

const pageSize = 5_000;
const offendersAtMost = 100;

/**
 * Recomputes an organisation's whole chain and finds any edited, deleted, inserted or reordered fact.
 *
 * A cut-off end is only visible against `anchors`: heads that were written down elsewhere on earlier days.
 */
export async function verifyChain(
  tx: Tx,
  orgId: string,
  anchors: readonly ChainHead[] = [],
): Promise<ChainReport> {
  const offenders: { id: string; why: string }[] = [];
  const anchored = new Map(anchors.map((anchor) => [anchor.position, anchor.hash]));
  let head: ChainHead = { position: 0, hash: origin };
  for (let more = true; more && offenders.length < offendersAtMost; ) {
    const page = await linkPage(tx, orgId, head.position);
    more = page.length === pageSize;
    for (const link of page) {
      const id = link.id;
      if (link.position !== head.position + 1)
        offenders.push({ id, why: `no position ${head.position + 1} in the chain` });
      else if (!link.digest) offenders.push({ id, why: `the fact at position ${link.position} is gone` });
      else if (!chained(head.hash, link.digest).equals(link.hash))
        offenders.push({
          id,
          why: `the fact at position ${link.position} is not the one that was announced`,
        });
      const anchor = anchored.get(link.position);
      if (anchor && !anchor.equals(link.hash))
        offenders.push({ id, why: `position ${link.position} is not as anchored` });
      // Goes on from the stored hash: one bad fact is reported once, not with everything after it.
      head = { position: link.position, hash: link.hash };
    }
  }
  const end = head.position;
  for (const anchor of anchors)
    if (anchor.position > end)
      offenders.push({ id: orgId, why: `the chain ends before anchored position ${anchor.position}` });
  offenders.push(...(await unlinkedFacts(tx, orgId)));
  return { head, offenders: offenders.slice(0, offendersAtMost) };
}

async function linkPage(tx: Tx, orgId: string, after: number) {
  const { rows } = await sql<{ position: number; id: string; hash: Buffer; digest: Buffer | null }>`
    select l.position, l.event_id as id, l.hash, case when e.id is not null then ${digest} end as digest
    from event_links l left join events e on e.org_id = l.org_id and e.at = l.event_at and e.id = l.event_id
    where l.org_id = ${orgId}::uuid and l.position > ${after} order by l.position limit ${pageSize}`.execute(
    tx,
  );
  return rows;
}

/** Facts that neither have a place in the chain nor wait for one: somebody wrote them past the outbox. */
async function unlinkedFacts(tx: Tx, orgId: string): Promise<{ id: string; why: string }[]> {
  const { rows } = await sql<{ id: string }>`
    select e.id from events e where e.org_id = ${orgId}::uuid
      and not exists (select from event_links l where l.org_id = e.org_id and l.event_id = e.id)
      and not exists (select from outbox o where o.event_id = e.id)
    limit ${offendersAtMost}`.execute(tx);
  return rows.map(({ id }) => ({ id, why: 'the fact has no place in the chain' }));
}

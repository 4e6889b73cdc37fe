import { sql } from 'kysely';
import type { Tx } from '../db.ts';
import type { Fact } from '../outbox.ts';

/** As much of a fact as tells whom it concerns. */
export interface FactKind {
  readonly position: number;
  readonly type: string;
  readonly object: string;
}

/** The next facts of the chain, at most `size`. */
export async function nextFacts(tx: Tx, orgId: string, after: number, size: number): Promise<FactKind[]> {
  const { rows } = await sql<FactKind>`
    select l.position, e.type, e.object
    from event_links l join events e on e.org_id = l.org_id and e.at = l.event_at and e.id = l.event_id
    where l.org_id = ${orgId}::uuid and l.position > ${after} order by l.position limit ${size}`.execute(tx);
  return rows;
}

/** The fact at a position of the chain. */
export async function factAt(tx: Tx, orgId: string, position: number): Promise<Fact> {
  const [fact] = await factsAt(tx, orgId, [position]);
  if (!fact) throw new Error(`there is no fact at position ${position}`);
  return fact;
}

/** The facts at some positions, in their order. */
export async function factsAt(tx: Tx, orgId: string, positions: readonly number[]): Promise<Fact[]> {
  const { rows } = await sql<Fact>`
    select l.position, e.id, e.at, e.type, e.object, e.subject_id as "subjectId", e.about, e.actor_id as "actorId",
      e.source, e.changes, e.data
    from event_links l join events e on e.org_id = l.org_id and e.at = l.event_at and e.id = l.event_id
    where l.org_id = ${orgId}::uuid and l.position = any(${positions}::bigint[]) order by l.position`.execute(
    tx,
  );
  return rows;
}

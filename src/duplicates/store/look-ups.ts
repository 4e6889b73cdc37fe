import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import { newId } from '#kernel/values/id.ts';

export interface LookUp {
  readonly entry: 'lookUp' | 'hint' | 'manual' | 'api';
  readonly asked: string;
  readonly hits: number;
  /** Records found outside his reach. */
  readonly foreign: readonly string[];
  readonly records: readonly string[];
}

/** Writes down who looked whom up. */
export async function insertLookUp({ tx, actor, now }: Step, one: LookUp): Promise<string> {
  const id = newId();
  await sql`
    insert into duplicate_lookups (org_id, id, user_id, entry, asked, hits, foreign_hits, foreign_records, records, created_at)
    values (${actor.orgId}::uuid, ${id}::uuid, ${actor.id}::uuid, ${one.entry}, ${one.asked}, ${one.hits},
      ${one.foreign.length}, ${one.foreign}::uuid[], ${one.records}::uuid[], ${now})`.execute(tx);
  return id;
}

/**
 * Adds today's hits out of his reach to his count, each record once a day, and says whether this is the moment at which
 * the administrators are to hear of it: once a day for each person.
 */
export async function countToday(
  { tx, actor, now }: Step,
  day: string,
  since: Date,
  limit: number,
): Promise<{ hits: number; alarm: boolean }> {
  const counted = await sql<{ hits: number }>`
    select count(distinct one.id) as hits from duplicate_lookups l, unnest(l.foreign_records) as one(id)
    where l.org_id = ${actor.orgId}::uuid and l.user_id = ${actor.id}::uuid and l.created_at >= ${since}
      and l.foreign_hits > 0`.execute(tx);
  const hits = counted.rows[0]?.hits ?? 0;
  const noted = await sql<{ alarm: boolean }>`
    insert into duplicate_alarms as a (org_id, user_id, day, hits, alarmed_at)
    values (${actor.orgId}::uuid, ${actor.id}::uuid, ${day}::date, ${hits}, ${hits > limit ? now : null}::timestamptz)
    on conflict (org_id, user_id, day) do update set hits = excluded.hits,
      alarmed_at = coalesce(a.alarmed_at, excluded.alarmed_at)
    returning alarmed_at = ${now}::timestamptz as alarm`.execute(tx);
  return { hits, alarm: noted.rows[0]?.alarm === true };
}

/** The administrators: those who may read the log. */
export async function loadLogReaders({ tx, actor }: Step): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select distinct u.id from users u
    join user_roles ur on ur.org_id = u.org_id and ur.user_id = u.id
    join roles r on r.org_id = ur.org_id and r.id = ur.role_id
    where u.org_id = ${actor.orgId}::uuid and u.status = 'active' and 'duplicates.log' = any(r.permissions)
      and r.key is distinct from 'auditor'`.execute(tx);
  return found.rows.map((row) => row.id);
}

/** Whether he has been shown this lead by a look-up of the last days: only then may he ask for it. */
export async function wasFound({ tx, actor, now }: Step, leadId: string): Promise<boolean> {
  const found = await sql`
    select 1 from duplicate_lookups where org_id = ${actor.orgId}::uuid and user_id = ${actor.id}::uuid
      and created_at > ${now}::timestamptz - interval '7 days' and records @> array[${leadId}::uuid] limit 1`.execute(
    tx,
  );
  return found.rows.length > 0;
}

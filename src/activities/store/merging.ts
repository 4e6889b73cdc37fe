import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';

interface Moved {
  readonly id: string;
  readonly from: string;
}

/** How many activities stand with these records. */
export async function countActivitiesOf({ tx, actor }: Step, ids: readonly string[]): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*) as count from activities
    where org_id = ${actor.orgId}::uuid and about && ${ids}::uuid[] and deleted_at is null`.execute(tx);
  return found.rows[0]?.count ?? 0;
}

/** Puts what was done with some records on another one's timeline instead. Returns which, and from where. */
export async function moveActivitiesOf(
  { tx, actor }: Step,
  from: readonly string[],
  to: { readonly id: string; readonly name: string },
): Promise<Moved[]> {
  const moved = await sql<Moved>`
    with old as (
      select id, (select one from unnest(about) as one where one = any(${from}::uuid[]) limit 1) as was from activities
      where org_id = ${actor.orgId}::uuid and about && ${from}::uuid[] for update
    )
    update activities a set
      subject_id = case when a.subject_id = any(${from}::uuid[]) then ${to.id}::uuid else a.subject_id end,
      subject_name = case when a.subject_id = any(${from}::uuid[]) then ${to.name} else a.subject_name end,
      about = (select array_agg(distinct case when one = any(${from}::uuid[]) then ${to.id}::uuid else one end) from unnest(a.about) as one)
    from old where a.org_id = ${actor.orgId}::uuid and a.id = old.id
    returning a.id, old.was as "from"`.execute(tx);
  return moved.rows;
}

/** The way back: those that still stand where the merge put them. */
export async function moveActivitiesBackTo(
  { tx, actor }: Step,
  moved: readonly Moved[],
  to: string,
): Promise<void> {
  await sql`
    update activities a set
      subject_id = case when a.subject_id = ${to}::uuid then r."from" else a.subject_id end,
      about = (select array_agg(distinct case when one = ${to}::uuid then r."from" else one end) from unnest(a.about) as one)
    from jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) as r(id uuid, "from" uuid)
    where a.org_id = ${actor.orgId}::uuid and a.id = r.id and a.about @> array[${to}::uuid]`.execute(tx);
}

/** What was planned for the losers is planned for the winner, the earliest of all; the rest is dropped. */
export async function movePlansOf(
  { tx, actor, now }: Step,
  from: readonly string[],
  to: { readonly id: string; readonly name: string },
): Promise<Moved[]> {
  const kept = await sql<{ id: string; subjectId: string }>`
    select id, subject_id as "subjectId" from next_contacts
    where org_id = ${actor.orgId}::uuid and subject_id = any(${[...from, to.id]}::uuid[]) and closed_at is null
    order by (subject_id = ${to.id}::uuid) desc, due_at, id for update`.execute(tx);
  const [first, ...rest] = kept.rows;
  const away = rest.map((row) => row.id);
  await sql`
    update next_contacts set closed_at = ${now}, outcome = 'dropped'
    where org_id = ${actor.orgId}::uuid and id = any(${away}::uuid[])`.execute(tx);
  if (!first || first.subjectId === to.id) return [];
  await sql`
    update next_contacts set subject_id = ${to.id}::uuid, subject_name = ${to.name}
    where org_id = ${actor.orgId}::uuid and id = ${first.id}::uuid`.execute(tx);
  return [{ id: first.id, from: first.subjectId }];
}

export async function movePlansBack({ tx, actor }: Step, moved: readonly Moved[], to: string): Promise<void> {
  await sql`
    update next_contacts n set subject_id = r."from"
    from jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) as r(id uuid, "from" uuid)
    where n.org_id = ${actor.orgId}::uuid and n.id = r.id and n.subject_id = ${to}::uuid`.execute(tx);
}

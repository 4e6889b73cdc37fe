import { type RawBuilder, sql } from 'kysely';
import { rightsFor, visibleOwners } from '#kernel/access.ts';
import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { columnOf, fieldOf, objectNamed, rightOn } from '#kernel/fields.ts';
import { recordVisible } from '#kernel/records.ts';
import { addDays, dayOf, startOfDay } from '#kernel/values/day.ts';
import { maskPhone } from '#kernel/values/phone-text.ts';
import { notFound } from '#kernel/values/refusal.ts';
import type * as contract from '../contract.ts';

type Answer = Output<typeof contract.getToday>;
type DueRow = Answer['due'][number];

interface Plan {
  readonly id: string;
  readonly object: string;
  readonly subjectId: string;
  readonly dueAt: Date;
  readonly note: string | null;
  readonly slips: number;
  readonly accountId: string | null;
  readonly last: DueRow['last'];
}

const rowsShown = 200;

/** What one person has to do today: what slipped from earlier days, what is due, and how far he has come. */
export async function getToday({ ownerId }: Input<typeof contract.getToday>, step: Step): Promise<Answer> {
  const { actor, now } = step;
  const owner = ownerId ?? actor.id;
  const owners = visibleOwners(actor, 'activities');
  if (owner !== actor.id && owners && !owners.includes(owner)) throw notFound();
  const { zone } = actor.org;
  const day = dayOf(now, zone);
  const bounds = {
    today: startOfDay(day, zone),
    tomorrow: startOfDay(addDays(day, 1), zone),
    after: startOfDay(addDays(day, 2), zone),
  };
  const plans = await openPlans(owner, bounds.tomorrow, step);
  const more = plans.length > rowsShown;
  const rows = await withRecords(plans.slice(0, rowsShown), step);
  const slipped = rows.filter((row) => new Date(row.dueAt) < bounds.today);
  const due = rows.filter((row) => new Date(row.dueAt) >= bounds.today);
  return { day, slipped, due, figures: await figuresOf(owner, bounds, step), more };
}

async function openPlans(owner: string, until: Date, { actor, tx }: Step): Promise<Plan[]> {
  const found = await sql<Plan>`
    select n.id, n.subject_object as object, n.subject_id as "subjectId", n.due_at as "dueAt", n.note, n.slips,
      n.account_id as "accountId", (
        select jsonb_build_object('kind', a.kind, 'at', a.happened_at, 'content', left(a.content, 200), 'result', a.result,
          'durationSeconds', a.duration_seconds)
        from activities a where a.org_id = n.org_id and a.subject_id = n.subject_id and a.deleted_at is null
        order by a.happened_at desc limit 1) as last
    from next_contacts n
    where n.org_id = ${actor.orgId}::uuid and n.owner_id = ${owner}::uuid and n.closed_at is null and n.due_at < ${until}
    order by n.due_at, n.id limit ${rowsShown + 1}`.execute(tx);
  return found.rows;
}

interface Facts {
  readonly id: string;
  readonly name: string;
  readonly phone: string | null;
  readonly contactName: string | null;
  readonly grade: string | null;
}

/** Adds name, phone and grade of each record, by the reader's rights; a record he no longer sees drops out. */
async function withRecords(plans: readonly Plan[], step: Step): Promise<DueRow[]> {
  const facts = new Map<string, Facts>();
  for (const object of new Set(plans.map((plan) => plan.object))) {
    const ids = plans.filter((plan) => plan.object === object).map((plan) => plan.subjectId);
    for (const row of await factsOf(object, sql`t.id = any(${ids}::uuid[])`, sql`t.id`, step))
      facts.set(row.id, row);
  }
  const accounts = [...new Set(plans.map((plan) => plan.accountId).filter((id) => id !== null))];
  const primaries = new Map<string, Facts>();
  const primary = sql`t.is_primary and t.account_id = any(${accounts}::uuid[])`;
  if (accounts.length > 0)
    for (const row of await factsOf('contacts', primary, sql`t.account_id`, step)) primaries.set(row.id, row);
  return plans.flatMap(({ dueAt, ...plan }) => {
    const fact = facts.get(plan.subjectId);
    const person = plan.accountId ? primaries.get(plan.accountId) : undefined;
    if (!fact) return [];
    return [
      {
        ...plan,
        name: fact.name,
        dueAt: dueAt.toISOString(),
        contactName: fact.contactName ?? person?.name ?? null,
        phone: fact.phone ?? person?.phone ?? null,
        grade: fact.grade,
        last: plan.last && { ...plan.last, at: new Date(plan.last.at).toISOString() },
      },
    ];
  });
}

/** The few facts a call list shows of any record: which of them an object has, its catalogue says. */
async function factsOf(
  object: string,
  which: RawBuilder<unknown>,
  id: RawBuilder<unknown>,
  { actor, tx }: Step,
): Promise<Facts[]> {
  const definition = objectNamed(object);
  if (!definition) return [];
  const rights = rightsFor(actor, definition);
  const right = (key: string) => {
    const field = fieldOf(definition, key);
    return field ? rightOn(field, rights) : 'hidden';
  };
  const column = (key: string) => {
    const field = fieldOf(definition, key);
    return field && right(key) !== 'hidden' ? sql.ref(`t.${columnOf(field)}`) : sql`null::text`;
  };
  const found = await sql<Facts>`
    select ${id} as id, ${column(definition.nameField)} as name, ${column('phone')} as phone,
      ${column('contactName')} as "contactName", ${column('grade')} as grade
    from ${sql.table(definition.table)} as t where ${which} and ${recordVisible(actor, object)}`.execute(tx);
  if (right('phone') !== 'masked') return found.rows;
  return found.rows.map((row) => ({ ...row, phone: row.phone && maskPhone(row.phone) }));
}

/** How the day stands: moved on today it still counts as due today, only a real contact makes it done. */
async function figuresOf(
  owner: string,
  { today, tomorrow, after }: { today: Date; tomorrow: Date; after: Date },
  { actor, tx }: Step,
): Promise<Answer['figures']> {
  const found = await sql<Answer['figures']>`
    select p.slipped, p.due, p.done, p.tomorrow, c.calls, c.connected, c."talkSeconds"
    from (select
        count(*) filter (where closed_at is null and due_at < ${today}) as slipped,
        count(*) filter (where due_at >= ${today} and due_at < ${tomorrow} and outcome is distinct from 'dropped') as due,
        count(*) filter (where due_at >= ${today} and due_at < ${tomorrow} and outcome = 'done') as done,
        count(*) filter (where closed_at is null and due_at >= ${tomorrow} and due_at < ${after}) as tomorrow
      from next_contacts
      where org_id = ${actor.orgId}::uuid and owner_id = ${owner}::uuid
        and (closed_at is null or due_at >= ${today}) and due_at < ${after}) as p,
      (select count(*) as calls, count(*) filter (where connected) as connected,
        coalesce(sum(duration_seconds), 0) as "talkSeconds"
      from activities
      where org_id = ${actor.orgId}::uuid and owner_id = ${owner}::uuid and kind = 'call' and deleted_at is null
        and happened_at >= ${today} and happened_at < ${tomorrow}) as c`.execute(tx);
  return (
    found.rows[0] ?? { slipped: 0, due: 0, done: 0, tomorrow: 0, calls: 0, connected: 0, talkSeconds: 0 }
  );
}

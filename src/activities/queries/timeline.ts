import { type RawBuilder, sql } from 'kysely';
import { type Actor, definitionFor, may, rightsFor } from '#kernel/access.ts';
import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { columnOf, fieldOf, objectNamed, rightOn } from '#kernel/fields.ts';
import { recordVisible, requireRecord } from '#kernel/records.ts';
import { DAY_LENGTH, HOUR } from '#kernel/values/instant.ts';
import type * as contract from '../contract.ts';

type Answer = Output<typeof contract.getTimeline>;
type Entry = Answer['items'][number];

interface Found {
  readonly id: string;
  readonly at: Date;
  readonly type: string;
  readonly object: string;
  readonly subjectId: string;
  readonly actorId: string | null;
  readonly source: string;
  readonly changes: Record<string, [unknown, unknown]> | null;
  readonly note: string | null;
  readonly activity: Record<string, unknown> | null;
}

/** Most timelines are read only near their top: looking through fewer monthly partitions first is several times faster. */
const nearWindow = 100 * DAY_LENGTH;

/**
 * What happened with a record, newest first: activities and facts merged, one keyset over both. Facts about
 * records the reader may not see are left out, and so are changes of fields that do not exist for him.
 */
export async function getTimeline(input: Input<typeof contract.getTimeline>, step: Step): Promise<Answer> {
  await requireRecord(step, input.object, input.id);
  const [at, before] = input.cursor?.split('_') ?? [];
  const end = at && before ? { at: new Date(at), id: before } : null;
  const near = new Date((end?.at ?? step.now).getTime() - nearWindow);
  let found = await loadEntries(input, end, near, step);
  if (found.length <= input.limit) found = await loadEntries(input, end, null, step);
  const more = found.length > input.limit;
  const shown = found.slice(0, input.limit);
  const last = shown.at(-1);
  const subjects = await visibleSubjects(shown, input, step);
  const items = shown
    .filter((one) => one.subjectId === input.id || subjects.has(one.subjectId))
    .map((one) => entryOf(one, subjects.get(one.subjectId) ?? null, step));
  return {
    items,
    nextCursor: more && last ? `${last.at.toISOString()}_${last.id}` : null,
    names: await namesOf(items, step),
  };
}

function loadEntries(
  { id, only, limit }: Input<typeof contract.getTimeline>,
  end: { at: Date; id: string } | null,
  start: Date | null,
  { actor, tx, now }: Step,
): Promise<Found[]> {
  // The months to come are partitions too: without an end they would all be looked into.
  const latest = new Date((end?.at ?? now).getTime() + DAY_LENGTH);
  const within = (column: RawBuilder<unknown>) => sql`
    and ${column} < ${latest}
    ${end ? sql`and (${column}, id) < (${end.at}::timestamptz, ${end.id}::uuid)` : sql``}
    ${start ? sql`and ${column} >= ${start}` : sql``}`;
  const activities = sql`(
    select id, happened_at as at, 'activity' as type, subject_object as object, subject_id as "subjectId",
      owner_id as "actorId", 'ui' as source, null::jsonb as changes, null::text as note,
      jsonb_build_object('id', id, 'version', version, 'kind', kind, 'content', content, 'result', result, 'connected', connected,
        'durationSeconds', duration_seconds, 'nextContactAt', next_contact_at, 'contactId', contact_id, 'ownerId', owner_id,
        'backdated', backdated, 'createdAt', created_at, 'subjectName', subject_name) as activity
    from activities
    where org_id = ${actor.orgId}::uuid and about @> array[${id}::uuid] and deleted_at is null
      ${within(sql`happened_at`)}
    order by happened_at desc, id desc limit ${limit + 1})`;
  const facts = sql`(
    select id, at, type, object, subject_id, actor_id, source, changes, coalesce(data ->> 'note', data ->> 'reason'), null
    from events
    where org_id = ${actor.orgId}::uuid and about @> array[${id}::uuid] and object <> 'activities'
      ${within(sql`at`)}
    order by at desc, id desc limit ${limit + 1})`;
  const parts = only === 'activities' ? [activities] : [activities, facts];
  return sql<Found>`
    select * from (${sql.join(parts, sql` union all `)}) as entries
    ${only === 'changes' ? sql`where type <> 'activity'` : sql``}
    order by at desc, id desc limit ${limit + 1}`
    .execute(tx)
    .then((result) => result.rows);
}

/** Names of the records that entries are about, as far as the reader may see them. */
async function visibleSubjects(
  found: readonly Found[],
  { object, id }: { object: string; id: string },
  { actor, tx }: Step,
): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const name of new Set(found.map((one) => one.object))) {
    const ids = [...new Set(found.filter((one) => one.object === name).map((one) => one.subjectId))];
    if (name === object && ids.every((one) => one === id)) continue;
    const definition = objectNamed(name);
    const field = definition && fieldOf(definition, definition.nameField);
    if (!definition || !field) continue;
    const rows = await sql<{ id: string; name: string }>`
      select t.id, ${sql.ref(`t.${columnOf(field)}`)} as name from ${sql.table(definition.table)} as t
      where t.id = any(${ids}::uuid[]) and ${recordVisible(actor, name)}`.execute(tx);
    for (const row of rows.rows) names.set(row.id, row.name);
  }
  return names;
}

function entryOf(found: Found, subjectName: string | null, { actor, now }: Step): Entry {
  const { activity } = found;
  const written = activity ? Date.parse(String(activity.createdAt)) : 0;
  const mayEdit = activity?.ownerId === actor.id && now.getTime() - written <= 24 * HOUR;
  return {
    ...found,
    at: found.at.toISOString(),
    subjectName,
    changes: changesFor(found, actor),
    activity: activity as Entry['activity'],
    mayEdit,
    mayDelete: mayEdit || (activity !== null && may(actor, 'activities.delete')),
  };
}

/** What changed, in the reader's own catalogue: hidden fields are absent, masked ones say only that they changed. */
function changesFor({ object, changes }: Found, actor: Actor): Entry['changes'] {
  const base = objectNamed(object);
  if (!base || !changes) return [];
  const definition = definitionFor(actor, base);
  const rights = rightsFor(actor, definition);
  return Object.entries(changes).flatMap(([key, [before, after]]) => {
    const custom = key.startsWith('custom.') ? key.slice('custom.'.length) : null;
    const field = custom
      ? definition.fields.find((one) => one.customKey === custom)
      : fieldOf(definition, key);
    const right = field && rightOn(field, rights);
    if (!field || right === 'hidden') return [];
    const masked = right === 'masked';
    return [{ field: field.key, before: masked ? null : before, after: masked ? null : after, masked }];
  });
}

/** Names of everybody who did something, and of the people and records that changes and activities mention. */
async function namesOf(items: readonly Entry[], { actor, tx }: Step): Promise<Record<string, string>> {
  const wanted = new Map<string, Set<string>>();
  const want = (object: string, id: unknown) => {
    if (typeof id === 'string') wanted.set(object, (wanted.get(object) ?? new Set()).add(id));
  };
  for (const item of items) {
    want('users', item.actorId);
    want('contacts', item.activity?.contactId);
    const definition = objectNamed(item.object);
    for (const change of item.changes) {
      const field = definition && fieldOf(definition, change.field);
      const target = field?.type === 'user' ? 'users' : field?.reference;
      if (target) for (const id of [change.before, change.after]) want(target, id);
    }
  }
  const names: Record<string, string> = {};
  for (const [object, ids] of wanted) {
    const definition = objectNamed(object);
    const field = definition && fieldOf(definition, definition.nameField);
    if (!definition || !field) continue;
    const rows = await sql<{ id: string; name: string }>`
      select id, ${sql.ref(columnOf(field))} as name from ${sql.table(definition.table)}
      where org_id = ${actor.orgId}::uuid and id = any(${[...ids]}::uuid[])`.execute(tx);
    for (const row of rows.rows) names[row.id] = row.name;
  }
  return names;
}

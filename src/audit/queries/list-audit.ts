import { type RawBuilder, sql } from 'kysely';
import { type Actor, definitionFor, rightsFor } from '#kernel/access.ts';
import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { columnOf, fieldOf, objectNamed } from '#kernel/fields.ts';
import { addDays, startOfDay } from '#kernel/values/day.ts';
import { badInput } from '#kernel/values/refusal.ts';
import type * as contract from '../contract.ts';
import { shownChanges } from '../rules/redacting.ts';

type Asked = Input<typeof contract.listAudit>;
type Answer = Output<typeof contract.listAudit>;
type Item = Answer['items'][number];

interface Found extends Omit<Item, 'at' | 'changes' | 'subjectName'> {
  readonly at: Date;
  readonly atText: string;
  readonly changes: Record<string, [unknown, unknown]> | null;
}

/** Everything that happened, newest first, by one keyset; changes only as far as their fields exist for the reader. */
export async function listAudit(asked: Asked, step: Step): Promise<Answer> {
  const { actor, tx } = step;
  const found = await sql<Found>`
    select e.id, e.at, e.at::text as "atText", e.type, e.object, e.subject_id as "subjectId", e.actor_id as "actorId",
      e.source, e.request_id as "requestId", e.data ->> 'ip' as ip,
      left(coalesce(e.data ->> 'reason', e.data ->> 'note', e.data ->> 'comment'), 500) as note, e.changes, l.position
    from (
      select * from events e where e.org_id = ${actor.orgId}::uuid ${conditions(asked, step)}
      order by e.at desc, e.id desc limit ${asked.limit + 1}) as e
    left join event_links l on l.org_id = e.org_id and l.event_id = e.id
    order by e.at desc, e.id desc`.execute(tx);
  const shown = found.rows.slice(0, asked.limit);
  const last = shown.at(-1);
  const names = await namesOf(shown, step);
  return {
    items: shown.map(({ atText: _text, ...row }) => ({
      ...row,
      at: row.at.toISOString(),
      subjectName: names[row.subjectId] ?? null,
      changes: changesFor(row, actor),
    })),
    nextCursor: found.rows.length > asked.limit && last ? `${last.atText}_${last.id}` : null,
    names,
  };
}

function conditions(asked: Asked, { actor }: Step): RawBuilder<unknown> {
  const { zone } = actor.org;
  const parts: RawBuilder<unknown>[] = [];
  if (asked.actorId) parts.push(sql`e.actor_id = ${asked.actorId}::uuid`);
  if (asked.object) parts.push(sql`e.object = ${asked.object}`);
  if (asked.type) parts.push(sql`e.type = ${asked.type}`);
  if (asked.source) parts.push(sql`e.source = ${asked.source}`);
  if (asked.recordId) parts.push(sql`e.about @> array[${asked.recordId}::uuid]`);
  if (asked.from) parts.push(sql`e.at >= ${startOfDay(asked.from, zone)}`);
  if (asked.to) parts.push(sql`e.at < ${startOfDay(addDays(asked.to, 1), zone)}`);
  if (asked.cursor) {
    const [, at, id] = /^([-+:.\d ]{10,40})_([0-9a-f-]{36})$/.exec(asked.cursor) ?? [];
    if (!at || !id || Number.isNaN(Date.parse(at.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'))))
      throw badInput([{ field: 'cursor', code: 'cursor_not_yours' }]);
    parts.push(sql`(e.at, e.id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  return parts.length > 0 ? sql`and ${sql.join(parts, sql` and `)}` : sql``;
}

function changesFor({ object, changes }: Pick<Found, 'object' | 'changes'>, actor: Actor): Item['changes'] {
  const base = objectNamed(object);
  if (!base) return [];
  return shownChanges(changes, definitionFor(actor, base), rightsFor(actor, base));
}

/** Names of who acted, of what it was done to, and of people and records that changes mention; one question per object. */
async function namesOf(found: readonly Found[], { actor, tx }: Step): Promise<Record<string, string>> {
  const wanted = new Map<string, Set<string>>();
  const want = (object: string, id: unknown) => {
    if (typeof id === 'string') wanted.set(object, (wanted.get(object) ?? new Set()).add(id));
  };
  for (const row of found) {
    want('users', row.actorId);
    want(row.object, row.subjectId);
    const definition = objectNamed(row.object);
    for (const change of changesFor(row, actor)) {
      const field = definition && fieldOf(definition, change.field);
      const target = field?.type === 'user' ? 'users' : field?.reference;
      if (target) for (const id of [change.before, change.after]) want(target, id);
    }
  }
  const names: Record<string, string> = {};
  for (const [object, ids] of wanted) {
    const definition = objectNamed(object);
    const field = definition && fieldOf(definition, definition.nameField);
    if (!definition || !field || rightsFor(actor, definition)[field.key] === 'hidden') continue;
    const rows = await sql<{ id: string; name: string }>`
      select id, ${sql.ref(columnOf(field))} as name from ${sql.table(definition.table)}
      where org_id = ${actor.orgId}::uuid and id = any(${[...ids]}::uuid[])`.execute(tx);
    for (const row of rows.rows) names[row.id] = row.name;
  }
  return names;
}

/** The kinds of facts that occur, by jumping along the index from one to the next instead of reading every fact. */
export async function listAuditTypes(
  _input: unknown,
  { actor, tx }: Step,
): Promise<Output<typeof contract.listAuditTypes>> {
  const found = await sql<{ type: string }>`
    with recursive kinds as (
      select min(type) as type from events where org_id = ${actor.orgId}::uuid
      union all
      select (select min(e.type) from events e where e.org_id = ${actor.orgId}::uuid and e.type > kinds.type)
      from kinds where kinds.type is not null)
    select type from kinds where type is not null`.execute(tx);
  return { items: found.rows.map((row) => row.type) };
}

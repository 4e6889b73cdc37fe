import { type RawBuilder, sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import { columnOf, fieldOf, objectNamed } from '#kernel/fields.ts';
import { recordVisible } from '#kernel/records.ts';
import { notFound } from '#kernel/values/refusal.ts';
import type { ActivityKind, ActivityResult, Subject } from '../model.ts';

/** References that lead to a record whose timeline should tell of it too. */
const timelineParents = ['accounts', 'contacts', 'leads', 'opportunities', 'contracts', 'quotes'];

/**
 * Locks the record an activity is about, of whatever object, and reads from the catalogue what it belongs to. 404 unless
 * the actor sees it. The lock keeps two people from planning the next contact at once.
 */
export async function lockSubject({ tx, actor }: Step, object: string, id: string): Promise<Subject> {
  const definition = objectNamed(object);
  const name = definition && fieldOf(definition, definition.nameField);
  if (!definition || !name) throw notFound();
  const parents = definition.fields.filter(
    (field) =>
      field.reference && timelineParents.includes(field.reference) && !field.customKey && !field.expression,
  );
  const owner = definition.ownerColumn ? sql.ref(`t.${definition.ownerColumn}`) : sql`null::uuid`;
  const ids: RawBuilder<unknown> = parents.length
    ? sql`jsonb_build_object(${sql.join(
        parents.flatMap((field) => [sql`${field.reference}::text`, sql`${sql.ref(`t.${columnOf(field)}`)}`]),
      )})`
    : sql`'{}'::jsonb`;
  const found = await sql<{
    name: string;
    ownerId: string | null;
    parents: Record<string, string | null>;
  }>`
    select ${sql.ref(`t.${columnOf(name)}`)} as name, ${owner} as "ownerId", ${ids} as parents
    from ${sql.table(definition.table)} as t
    where t.id = ${id}::uuid and ${recordVisible(actor, object)} for no key update of t`.execute(tx);
  const row = found.rows[0];
  if (!row) throw notFound();
  const related = Object.values(row.parents).filter((one) => one !== null);
  return {
    object,
    id,
    name: row.name,
    ownerId: row.ownerId,
    accountId: object === 'accounts' ? id : (row.parents.accounts ?? null),
    contactId: object === 'contacts' ? id : null,
    about: [...new Set([id, ...related])],
  };
}

export interface NewActivity {
  readonly id: string;
  readonly subject: Subject;
  readonly about: readonly string[];
  readonly contactId: string | null;
  readonly ownerId: string;
  readonly kind: ActivityKind;
  readonly content: string | null;
  readonly result: ActivityResult | null;
  readonly connected: boolean | null;
  readonly durationSeconds: number | null;
  readonly happenedAt: Date;
  readonly backdated: boolean;
  readonly nextContactAt: Date | null;
  readonly writtenAt: Date;
}

/** Writes activities down, one or many in one statement. */
export async function saveActivities({ tx, actor }: Step, rows: readonly NewActivity[]): Promise<void> {
  if (rows.length === 0) return;
  const records = rows.map((one) => ({
    id: one.id,
    kind: one.kind,
    subject_object: one.subject.object,
    subject_id: one.subject.id,
    subject_name: one.subject.name,
    about: one.about,
    account_id: one.subject.accountId,
    contact_id: one.contactId,
    owner_id: one.ownerId,
    content: one.content,
    result: one.result,
    connected: one.connected,
    duration_seconds: one.durationSeconds,
    happened_at: one.happenedAt,
    backdated: one.backdated,
    next_contact_at: one.nextContactAt,
    created_at: one.writtenAt,
  }));
  await sql`
    insert into activities (org_id, id, kind, subject_object, subject_id, subject_name, about, account_id, contact_id, owner_id,
      content, result, connected, duration_seconds, happened_at, backdated, next_contact_at, created_at, created_by)
    select ${actor.orgId}::uuid, r.id, r.kind, r.subject_object, r.subject_id, r.subject_name, r.about, r.account_id, r.contact_id,
      r.owner_id, r.content, r.result, r.connected, r.duration_seconds, r.happened_at, r.backdated, r.next_contact_at,
      r.created_at, ${actor.id}::uuid
    from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as r(id uuid, kind text, subject_object text, subject_id uuid,
      subject_name text, about uuid[], account_id uuid, contact_id uuid, owner_id uuid, content text, result text,
      connected boolean, duration_seconds integer, happened_at timestamptz, backdated boolean, next_contact_at timestamptz,
      created_at timestamptz)`.execute(tx);
}

export interface StoredActivity {
  readonly [key: string]: unknown;
  readonly id: string;
  readonly version: number;
  readonly ownerId: string;
  readonly subjectObject: string;
  readonly subjectId: string;
  readonly about: readonly string[];
  readonly createdAt: Date;
}

/** Locks an activity the actor can see by his scope; 404 for any other. */
export async function lockActivity({ tx, actor }: Step, id: string): Promise<StoredActivity> {
  const found = await sql<StoredActivity>`
    select t.id, t.version, t.owner_id as "ownerId", t.subject_object as "subjectObject", t.subject_id as "subjectId",
      t.about, t.kind, t.content, t.result, t.connected, t.duration_seconds as "durationSeconds",
      t.happened_at as "happenedAt", t.created_at as "createdAt"
    from activities as t
    where t.id = ${id}::uuid and ${recordVisible(actor, 'activities')} for update of t`.execute(tx);
  const activity = found.rows[0];
  if (!activity) throw notFound();
  return activity;
}

export async function saveActivityDeleted(
  { tx, actor, now }: Step,
  activity: StoredActivity,
): Promise<number> {
  const saved = await sql<{ version: number }>`
    update activities set deleted_at = ${now}, version = version + 1
    where org_id = ${actor.orgId}::uuid and id = ${activity.id}::uuid and version = ${activity.version}
    returning version`.execute(tx);
  const version = saved.rows[0]?.version;
  if (version === undefined) throw notFound();
  return version;
}

/** Puts what was done with one record on the timelines of others as well: a converted lead's on its account. */
export async function saveLinks({ tx, actor }: Step, from: string, also: readonly string[]): Promise<void> {
  await sql`
    update activities set
      about = (select array_agg(distinct one) from unnest(about || ${also}::uuid[]) as one),
      account_id = coalesce(account_id, (select a.id from accounts a
        where a.org_id = ${actor.orgId}::uuid and a.id = any(${also}::uuid[]) limit 1))
    where org_id = ${actor.orgId}::uuid and about @> array[${from}::uuid]`.execute(tx);
}

/** Takes what was logged on one record off the timelines of others, where it had been put. */
export async function dropLinks({ tx, actor }: Step, of: string, from: readonly string[]): Promise<void> {
  await sql`
    update activities set
      about = array(select one from unnest(about) as one where one <> all(${from}::uuid[])),
      account_id = case when account_id = any(${from}::uuid[]) then null else account_id end
    where org_id = ${actor.orgId}::uuid and subject_id = ${of}::uuid and about && ${from}::uuid[]`.execute(
    tx,
  );
}

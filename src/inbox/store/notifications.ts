import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import { newId } from '#kernel/values/id.ts';
import type { Notice } from '../model.ts';

/** One row per person; the same fact is not told twice. */
export async function insertNotices({ tx, actor, now }: Step, notice: Notice): Promise<void> {
  if (notice.userIds.length === 0) return;
  const rows = notice.userIds.map((userId) => ({ id: newId(), user_id: userId }));
  await sql`
    insert into notifications (org_id, id, user_id, kind, object, record_id, title_zh, title_en, fact_id, created_at)
    select ${actor.orgId}::uuid, r.id, r.user_id, ${notice.kind}, ${notice.object}, ${notice.recordId}::uuid,
      ${notice.title.zh}, ${notice.title.en}, ${notice.factId ?? null}::uuid, ${notice.at ?? now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, user_id uuid)
    join users u on u.org_id = ${actor.orgId}::uuid and u.id = r.user_id and u.status <> 'disabled'
    on conflict (org_id, user_id, fact_id, kind) where fact_id is not null do nothing`.execute(tx);
}

interface OfRecord {
  readonly object: string;
  readonly recordId: string;
}

const mine = ({ actor }: Step) => sql`org_id = ${actor.orgId}::uuid and user_id = ${actor.id}::uuid`;
const about = ({ object, recordId }: OfRecord) => sql`object = ${object} and record_id = ${recordId}::uuid`;

/** How many rows of one's own a statement touched: none means that there is no such news. */
async function touched(step: Step, record: OfRecord, set: ReturnType<typeof sql>): Promise<number> {
  const saved = await sql`update notifications set ${set} where ${mine(step)} and ${about(record)}`.execute(
    step.tx,
  );
  return Number(saved.numAffectedRows ?? 0);
}

export function saveRead(step: Step, record: OfRecord): Promise<number> {
  return touched(step, record, sql`read_at = coalesce(read_at, ${step.now})`);
}

/** Only the latest piece of news about the record: older ones are history. */
export async function saveUnread(step: Step, record: OfRecord): Promise<number> {
  const saved = await sql`
    update notifications set read_at = null, done_at = null where org_id = ${step.actor.orgId}::uuid and id = (
      select id from notifications where ${mine(step)} and ${about(record)}
      order by created_at desc, id desc limit 1)`.execute(step.tx);
  return Number(saved.numAffectedRows ?? 0);
}

/** Done with is also read: the badge never counts what is out of sight. */
export function saveDone(step: Step, record: OfRecord): Promise<number> {
  return touched(
    step,
    record,
    sql`done_at = coalesce(done_at, ${step.now}), read_at = coalesce(read_at, ${step.now}), snoozed_until = null`,
  );
}

export function saveReopened(step: Step, record: OfRecord): Promise<number> {
  return touched(step, record, sql`done_at = null, snoozed_until = null`);
}

/** Put off: out of the badge until then, and unread again when it comes back. */
export async function saveSnoozed(step: Step, record: OfRecord, until: Date): Promise<number> {
  const saved = await sql`
    update notifications set snoozed_until = ${until}, read_at = null
    where ${mine(step)} and ${about(record)} and done_at is null`.execute(step.tx);
  return Number(saved.numAffectedRows ?? 0);
}

export async function saveAllRead(step: Step): Promise<number> {
  const saved = await sql`
    update notifications set read_at = ${step.now}
    where ${mine(step)} and read_at is null and (snoozed_until is null or snoozed_until <= ${step.now})`.execute(
    step.tx,
  );
  return Number(saved.numAffectedRows ?? 0);
}

/** A question that is answered, withdrawn or with somebody else waits for nobody here any more. */
export async function closeNotices(
  { tx, actor, now }: Step,
  { kind, object, recordId, except }: OfRecord & { kind: string; except?: string },
): Promise<void> {
  await sql`
    update notifications set done_at = ${now}, read_at = coalesce(read_at, ${now})
    where org_id = ${actor.orgId}::uuid and kind = ${kind} and done_at is null
      and object = ${object} and record_id = ${recordId}::uuid
      ${except ? sql`and user_id <> ${except}::uuid` : sql``}`.execute(tx);
}

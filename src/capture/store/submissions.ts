import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import { notFound, Refusal } from '#kernel/values/refusal.ts';
import type { CaptureMethod, RejectReason, SubmissionState } from '../model.ts';

export interface NewSubmission {
  readonly id: string;
  readonly method: CaptureMethod;
  readonly originId: string;
  readonly externalKey: string;
  readonly deviceKey: string | null;
  readonly reason: RejectReason | null;
  readonly values: Readonly<Record<string, unknown>>;
  readonly raw: unknown;
  readonly clicks: Readonly<Record<string, unknown>>;
  readonly consentVersion: number | null;
}

export interface StoredSubmission extends NewSubmission {
  readonly version: number;
  readonly state: SubmissionState;
  readonly problems: readonly { field: string; code: string }[] | null;
  readonly receivedAt: Date;
  readonly leadId: string | null;
}

const columns = sql`
  t.id, t.version, t.method, t.origin_id as "originId", t.external_key as "externalKey", t.device_key as "deviceKey", t.state,
  t.reason, t.problems, t."values", t.raw, t.clicks, t.consent_version as "consentVersion", t.received_at as "receivedAt",
  t.lead_id as "leadId"`;

/** Keeps what came in, once: a repeat, or a second one of a device where only one counts, is not kept again. */
export async function insertSubmission({ tx, actor, now }: Step, one: NewSubmission): Promise<boolean> {
  const added = await sql`
    insert into capture_submissions (org_id, id, method, origin_id, external_key, device_key, state, reason, "values", who,
      raw, clicks, consent_version, received_at, created_at)
    values (${actor.orgId}::uuid, ${one.id}::uuid, ${one.method}, ${one.originId}::uuid, ${one.externalKey}, ${one.deviceKey},
      ${one.reason ? 'rejected' : 'waiting'}, ${one.reason}, ${JSON.stringify(one.values)}::jsonb, ${whoIn(one.values)},
      ${JSON.stringify(one.raw)}::jsonb, ${JSON.stringify(one.clicks)}::jsonb, ${one.consentVersion}, ${now}, ${now})
    on conflict do nothing returning 1`.execute(tx);
  return added.rows.length > 0;
}

/** Locks those that still wait, in the order they came. */
export async function lockWaiting({ tx, actor }: Step, ids: readonly string[]): Promise<StoredSubmission[]> {
  const found = await sql<StoredSubmission>`
    select ${columns} from capture_submissions t
    where t.org_id = ${actor.orgId}::uuid and t.id = any(${ids}::uuid[]) and t.state = 'waiting'
    order by t.id for update`.execute(tx);
  return found.rows;
}

export async function lockSubmission({ tx, actor }: Step, id: string): Promise<StoredSubmission> {
  const found = await sql<StoredSubmission>`
    select ${columns} from capture_submissions t
    where t.org_id = ${actor.orgId}::uuid and t.id = ${id}::uuid for update`.execute(tx);
  const one = found.rows[0];
  if (!one) throw notFound();
  return one;
}

/** The same for what a person may still decide about; refuses (409) what has become a lead. */
export async function lockKept(step: Step, id: string): Promise<StoredSubmission> {
  const one = await lockSubmission(step, id);
  if (one.state !== 'rejected' && one.state !== 'dismissed') throw new Refusal('rule', 'not_kept_aside');
  return one;
}

export interface Decided {
  readonly id: string;
  readonly state: SubmissionState;
  readonly reason: string | null;
  readonly problems: readonly { readonly field: string; readonly code: string }[] | null;
  readonly leadId: string | null;
  readonly outcome: 'created' | 'touched' | null;
}

/** Writes what became of many. */
export async function saveDecisions({ tx, actor, now }: Step, decided: readonly Decided[]): Promise<void> {
  if (decided.length === 0) return;
  await sql`
    update capture_submissions t set state = r.state, reason = r.reason, problems = r.problems, lead_id = r."leadId",
      outcome = r.outcome, decided_at = ${now}, decided_by = ${actor.id}::uuid, version = t.version + 1
    from jsonb_to_recordset(${JSON.stringify(decided)}::jsonb)
      as r(id uuid, state text, reason text, problems jsonb, "leadId" uuid, outcome text)
    where t.org_id = ${actor.orgId}::uuid and t.id = r.id`.execute(tx);
}

/** What was kept aside long enough goes for good; so does the raw payload of what was thrown away. */
export async function purgeKeptAside({ tx, actor, now }: Step, days: number): Promise<number> {
  const gone = await sql`
    delete from capture_submissions
    where org_id = ${actor.orgId}::uuid and state in ('rejected', 'dismissed')
      and received_at < ${now}::timestamptz - make_interval(days => ${days}::integer) returning 1`.execute(
    tx,
  );
  return gone.rows.length;
}

/** One line that a person recognises a submission by. */
function whoIn(values: Readonly<Record<string, unknown>>): string {
  const said = ['company', 'contactName', 'phone', 'email'].map((key) => String(values[key] ?? '').trim());
  return said.filter(Boolean).join(' · ').slice(0, 300);
}

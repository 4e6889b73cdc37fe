import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import { notFound } from '#kernel/values/refusal.ts';
import type { BothLanguages, CaptureForm } from '../model.ts';

const columns = sql`
  t.id, t.version, t.name, t.address, t.status, t.fields, t.texts, t.redirect_url as "redirectUrl",
  t.consent_version as "consentVersion", t.channel, t.campaign, t.owner_id as "ownerId", t.pool_id as "poolId",
  t.ends_at as "endsAt", t.once_per_device as "oncePerDevice", t.origins`;

export async function lockForm({ tx, actor }: Step, id: string): Promise<CaptureForm> {
  const found = await sql<CaptureForm>`
    select ${columns} from capture_forms t
    where t.org_id = ${actor.orgId}::uuid and t.id = ${id}::uuid and t.deleted_at is null for update`.execute(
    tx,
  );
  const form = found.rows[0];
  if (!form) throw notFound();
  return form;
}

export async function findForm(
  { tx, actor }: Pick<Step, 'tx' | 'actor'>,
  id: string,
): Promise<CaptureForm | null> {
  const found = await sql<CaptureForm>`
    select ${columns} from capture_forms t
    where t.org_id = ${actor.orgId}::uuid and t.id = ${id}::uuid and t.deleted_at is null`.execute(tx);
  return found.rows[0] ?? null;
}

/** The forms that submissions came through, deleted ones included: what was sent before is not lost with the form. */
export async function loadForms(
  { tx, actor }: Step,
  ids: readonly string[],
): Promise<Map<string, CaptureForm>> {
  const found = await sql<CaptureForm>`
    select ${columns} from capture_forms t
    where t.org_id = ${actor.orgId}::uuid and t.id = any(${ids}::uuid[])`.execute(tx);
  return new Map(found.rows.map((form) => [form.id, form]));
}

export async function insertForm(
  { tx, actor, now }: Step,
  form: Omit<CaptureForm, 'version'>,
): Promise<void> {
  await sql`
    insert into capture_forms (org_id, id, name, address, status, fields, texts, redirect_url, consent_version, channel,
      campaign, owner_id, pool_id, ends_at, once_per_device, origins, created_at, created_by)
    values (${actor.orgId}::uuid, ${form.id}::uuid, ${form.name}, ${form.address}, ${form.status},
      ${JSON.stringify(form.fields)}::jsonb, ${JSON.stringify(form.texts)}::jsonb, ${form.redirectUrl},
      ${form.consentVersion}, ${form.channel}, ${form.campaign}, ${form.ownerId}::uuid, ${form.poolId}::uuid,
      ${form.endsAt}, ${form.oncePerDevice}, ${form.origins}::text[], ${now}, ${actor.id}::uuid)`.execute(tx);
}

export async function saveForm({ tx, actor }: Step, form: CaptureForm): Promise<number> {
  await sql`
    update capture_forms set name = ${form.name}, status = ${form.status}, fields = ${JSON.stringify(form.fields)}::jsonb,
      texts = ${JSON.stringify(form.texts)}::jsonb, redirect_url = ${form.redirectUrl},
      consent_version = ${form.consentVersion}, channel = ${form.channel}, campaign = ${form.campaign},
      owner_id = ${form.ownerId}::uuid, pool_id = ${form.poolId}::uuid, ends_at = ${form.endsAt},
      once_per_device = ${form.oncePerDevice}, origins = ${form.origins}::text[], version = version + 1
    where org_id = ${actor.orgId}::uuid and id = ${form.id}::uuid`.execute(tx);
  return form.version + 1;
}

export async function removeForm({ tx, actor, now }: Step, id: string): Promise<void> {
  await sql`
    update capture_forms set deleted_at = ${now}, version = version + 1
    where org_id = ${actor.orgId}::uuid and id = ${id}::uuid`.execute(tx);
}

export async function insertConsent(
  { tx, actor, now }: Step,
  formId: string,
  version: number,
  text: BothLanguages,
): Promise<void> {
  await sql`
    insert into capture_consents (org_id, form_id, version, text, created_at, created_by)
    values (${actor.orgId}::uuid, ${formId}::uuid, ${version}, ${JSON.stringify(text)}::jsonb, ${now}, ${actor.id}::uuid)`.execute(
    tx,
  );
}

/** The words of one version; null when the form asks for no consent. */
export async function loadConsent(
  { tx, actor }: Pick<Step, 'tx' | 'actor'>,
  formId: string,
  version: number,
): Promise<BothLanguages | null> {
  if (version < 1) return null;
  const found = await sql<{ text: BothLanguages }>`
    select text from capture_consents
    where org_id = ${actor.orgId}::uuid and form_id = ${formId}::uuid and version = ${version}`.execute(tx);
  return found.rows[0]?.text ?? null;
}

/** The words that many submissions were sent under, by `form/version`. */
export async function loadConsents(
  { tx, actor }: Step,
  formIds: readonly string[],
): Promise<Map<string, BothLanguages>> {
  const found = await sql<{ formId: string; version: number; text: BothLanguages }>`
    select form_id as "formId", version, text from capture_consents
    where org_id = ${actor.orgId}::uuid and form_id = any(${formIds}::uuid[])`.execute(tx);
  return new Map(found.rows.map(({ formId, version, text }) => [`${formId}/${version}`, text]));
}

/** Counts openings and submissions by day. */
export async function countVisit(
  { tx, actor, now }: Pick<Step, 'tx' | 'actor' | 'now'>,
  formId: string,
  what: 'opened' | 'submitted',
  times = 1,
): Promise<void> {
  const opened = what === 'opened' ? times : 0;
  const submitted = what === 'submitted' ? times : 0;
  await sql`
    insert into capture_form_days (org_id, form_id, day, opened, submitted)
    values (${actor.orgId}::uuid, ${formId}::uuid, (${now}::timestamptz at time zone ${actor.org.zone})::date, ${opened}, ${submitted})
    on conflict (org_id, form_id, day) do update set opened = capture_form_days.opened + excluded.opened,
      submitted = capture_form_days.submitted + excluded.submitted`.execute(tx);
}

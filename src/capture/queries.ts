import { sql } from 'kysely';
import { may } from '#kernel/access.ts';
import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import type { ListSource } from '#kernel/lists/source.ts';
import { publicUrl } from '#kernel/public-url.ts';
import { requireRecord } from '#kernel/records.ts';
import { notFound } from '#kernel/values/refusal.ts';
import { leadFieldsToAsk, loadCapture, loadTouches } from '#leads/public.ts';
import type * as forms from './contract/forms.ts';
import type * as sources from './contract/sources.ts';
import type * as submissions from './contract/submissions.ts';
import { captureFormObject, captureSourceObject, captureSubmissionObject } from './fields.ts';
import type { MailSettings } from './model.ts';
import { findForm, loadConsent } from './store/forms.ts';
import { findSource } from './store/sources.ts';

export const formSource: ListSource = { definition: captureFormObject };
export const submissionSource: ListSource = { definition: captureSubmissionObject };
export const sourceSource: ListSource = { definition: captureSourceObject };

const presets = new Set(['channel', 'campaign', 'class']);

/** What a form or mapping may ask for, and where leads may be put. */
export async function describeCapture(
  _input: unknown,
  step: Step,
): Promise<Output<typeof forms.describeCapture>> {
  const fields = await leadFieldsToAsk(step);
  const pools = await sql<{ id: string; name: string }>`
    select id, name from lead_pools where org_id = ${step.actor.orgId}::uuid order by is_default desc, name`.execute(
    step.tx,
  );
  return {
    fields: fields
      .filter(({ key }) => !presets.has(key))
      .map(({ key, type, label, choices = [] }) => ({
        key,
        type,
        label: { zh: label.zh, en: label.en },
        choices: choices.map((one) => ({ key: one.key, label: { zh: one.label.zh, en: one.label.en } })),
      })),
    pools: pools.rows,
    publicUrl: publicUrl(),
  };
}

export async function getForm(
  { id }: Input<typeof forms.getForm>,
  step: Step,
): Promise<Output<typeof forms.getForm>> {
  const form = await findForm(step, id);
  if (!form) throw notFound();
  const counted = await sql<{ opened: number; submitted: number }>`
    select coalesce(sum(opened), 0)::integer as opened, coalesce(sum(submitted), 0)::integer as submitted
    from capture_form_days where org_id = ${step.actor.orgId}::uuid and form_id = ${id}::uuid`.execute(
    step.tx,
  );
  const { endsAt, channel, fields, origins, ...rest } = form;
  return {
    ...rest,
    fields: [...fields],
    origins: [...origins],
    channel: channel as Output<typeof forms.getForm>['channel'],
    endsAt: endsAt?.toISOString() ?? null,
    consent: await loadConsent(step, id, form.consentVersion),
    ...(counted.rows[0] ?? { opened: 0, submitted: 0 }),
  };
}

export async function getSource(
  { id }: Input<typeof sources.getSource>,
  step: Step,
): Promise<Output<typeof sources.getSource>> {
  const source = await findSource(step, id);
  if (!source) throw notFound();
  const more = await sql<{ sample: unknown; failure: string | null }>`
    select sample, failure from capture_sources where org_id = ${step.actor.orgId}::uuid and id = ${id}::uuid`.execute(
    step.tx,
  );
  // The secret stays where it is: it was shown once.
  const { secret: _secret, settings, channel, mapping, ...rest } = source;
  return {
    ...rest,
    mapping: [...mapping],
    channel: channel as Output<typeof sources.getSource>['channel'],
    mail: source.kind === 'mail' ? (settings as MailSettings) : null,
    sample: more.rows[0]?.sample ?? null,
    failure: more.rows[0]?.failure ?? null,
  };
}

export async function getSubmission(
  { id }: Input<typeof submissions.getSubmission>,
  { tx, actor }: Step,
): Promise<Output<typeof submissions.getSubmission>> {
  const found = await sql<
    Omit<Output<typeof submissions.getSubmission>, 'receivedAt'> & { receivedAt: Date }
  >`
    select id, version, state, reason, coalesce(problems, '[]'::jsonb) as problems, "values", raw, lead_id as "leadId",
      received_at as "receivedAt"
    from capture_submissions where org_id = ${actor.orgId}::uuid and id = ${id}::uuid`.execute(tx);
  const one = found.rows[0];
  if (!one) throw notFound();
  return { ...one, receivedAt: one.receivedAt.toISOString() };
}

/** How a lead came and came again; the payload itself only for who looks after the ways in. */
export async function howLeadCame(
  { id }: Input<typeof submissions.howLeadCame>,
  step: Step,
): Promise<Output<typeof submissions.howLeadCame>> {
  await requireRecord(step, 'leads', id);
  const capture = await loadCapture(step, id);
  if (!capture) throw notFound();
  const touches = await loadTouches(step, id);
  return {
    method: capture.method,
    channel: capture.channel,
    campaign: capture.campaign,
    capturedAt: capture.capturedAt.toISOString(),
    touches: touches.map(
      ({ leadId: _lead, submissionId: _submission, at, lastClick, firstClick, consent, ...rest }) => ({
        ...rest,
        at: at.toISOString(),
        lastClick: { ...lastClick },
        firstClick: { ...firstClick },
        consent: consent as Output<typeof submissions.howLeadCame>['touches'][number]['consent'],
      }),
    ),
    raw: may(step.actor, 'capture.manage') ? (capture.raw ?? null) : null,
  };
}

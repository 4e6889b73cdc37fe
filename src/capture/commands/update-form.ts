import { type Step, stale } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import type * as contract from '../contract/forms.ts';
import { formUpdated } from '../events.ts';
import type { BothLanguages, CaptureForm } from '../model.ts';
import { dateOf, refuseBadForm, says } from '../store/form-check.ts';
import { insertConsent, loadConsent, lockForm, saveForm } from '../store/forms.ts';

/** Changes a form. A changed text of consent becomes a new version; what was agreed to before stays as it was. */
export async function updateForm(
  { id, version, consent, endsAt, ...sent }: Input<typeof contract.updateForm>,
  step: Step,
): Promise<Output<typeof contract.updateForm>> {
  const before = await lockForm(step, id);
  if (before.version !== version) throw stale({ id, version: before.version });
  const given = Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined));
  const form: CaptureForm = {
    ...before,
    ...given,
    ...(endsAt === undefined ? {} : { endsAt: dateOf(endsAt) }),
    consentVersion: await nextConsent(before, consent, step),
  };
  await refuseBadForm(form, step);
  const saved = await saveForm(step, form);
  await announce(step, formUpdated, { subject: id, data: {} });
  return { id, version: saved };
}

async function nextConsent(
  before: CaptureForm,
  consent: BothLanguages | null | undefined,
  step: Step,
): Promise<number> {
  if (consent === undefined) return before.consentVersion;
  const latest = await lastVersion(before, step);
  if (consent === null || !says(consent)) return 0;
  const now = await loadConsent(step, before.id, before.consentVersion);
  if (now && now.zh === consent.zh && now.en === consent.en) return before.consentVersion;
  await insertConsent(step, before.id, latest + 1, consent);
  return latest + 1;
}

/** Versions go on counting even if the form asked for none in between. */
async function lastVersion(form: CaptureForm, step: Step): Promise<number> {
  let version = form.consentVersion;
  while (await loadConsent(step, form.id, version + 1)) version += 1;
  return version;
}

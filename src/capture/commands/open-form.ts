import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { newProof } from '#kernel/proof-of-work.ts';
import { notFound } from '#kernel/values/refusal.ts';
import type { Visit } from '#kernel/visit.ts';
import { admitVisit } from '#kernel/visit-limits.ts';
import { leadFieldsToAsk } from '#leads/public.ts';
import type * as contract from '../contract/visiting.ts';
import type { CaptureForm } from '../model.ts';
import { isOver } from '../rules/judging-visits.ts';
import { countVisit, findForm, loadConsent } from '../store/forms.ts';
import { atAddress } from './at-address.ts';

/** What the page of a form shows. Every opening is counted; the answer is the same for everybody. */
export async function openForm(
  { address }: Input<typeof contract.openForm>,
  visit: Visit,
): Promise<Output<typeof contract.openForm>> {
  admitVisit(`open/${visit.ip}`, 4);
  return atAddress(address, 'form', visit, async (step, targetId) => {
    const form = await findForm(step, targetId);
    if (!form) throw notFound();
    if (isOver(form, step.now)) return { state: 'ended', form: null, proof: null };
    await countVisit(step, form.id, 'opened');
    const consent = await loadConsent(step, form.id, form.consentVersion);
    return {
      state: 'open',
      form: {
        texts: form.texts,
        fields: await askedFields(form, step),
        consent: consent ? { version: form.consentVersion, text: consent } : null,
        redirectUrl: form.redirectUrl,
        oncePerDevice: form.oncePerDevice,
      },
      proof: await newProof(address, step.now),
    };
  });
}

type AskedField = NonNullable<Output<typeof contract.openForm>['form']>['fields'][number];

async function askedFields(form: CaptureForm, step: Step): Promise<AskedField[]> {
  const fields = new Map((await leadFieldsToAsk(step)).map((field) => [field.key, field]));
  return form.fields.flatMap((asked) => {
    const field = fields.get(asked.key);
    // A field that was retired since is asked no more.
    if (!field) return [];
    const choices = (field.choices ?? []).map(({ key, label }) => ({
      key,
      label: { zh: label.zh, en: label.en },
    }));
    return [{ ...asked, type: field.type, choices }];
  });
}

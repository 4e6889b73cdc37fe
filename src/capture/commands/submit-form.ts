import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { checkProof } from '#kernel/proof-of-work.ts';
import { publicUrl } from '#kernel/public-url.ts';
import { newId } from '#kernel/values/id.ts';
import { notFound, Refusal } from '#kernel/values/refusal.ts';
import type { Visit } from '#kernel/visit.ts';
import { admitVisit } from '#kernel/visit-limits.ts';
import type * as contract from '../contract/visiting.ts';
import { submissionReceived } from '../events.ts';
import type { CaptureForm } from '../model.ts';
import { isOver, suspicionOf } from '../rules/judging-visits.ts';
import { findForm } from '../store/forms.ts';
import { insertSubmission } from '../store/submissions.ts';
import { atAddress } from './at-address.ts';

/** A visitor, and which page sent him. */
export interface PageVisit extends Visit {
  readonly origin: string | null;
  readonly host: string | null;
}

/**
 * Takes what a visitor sent: one row and one fact, safe with the commit; it becomes a lead moments later. Good or
 * suspicious, known or new, the answer and the work before it are the same.
 */
export async function submitForm(
  sent: Input<typeof contract.submitForm>,
  visit: PageVisit,
): Promise<Output<typeof contract.submitForm>> {
  admitVisit(`send/${sent.address}/${visit.ip}`);
  admitVisit(`send/${sent.address}`, 100);
  return atAddress(sent.address, 'form', visit, async (step, targetId) => {
    const form = await findForm(step, targetId);
    if (!form) throw notFound();
    refuseForeignPage(form, visit);
    if (isOver(form, step.now)) return { state: 'ended' };
    const proof = await checkProof(sent.proof, step.now);
    const values = Object.fromEntries(
      form.fields.flatMap(({ key }) => (sent.values[key] === undefined ? [] : [[key, sent.values[key]]])),
    );
    const consentVersion = sent.consentVersion ?? null;
    const trap = sent.website ?? '';
    const reason = suspicionOf({ ...proof, trap, consentVersion, values }, form, step.now);
    const one = {
      method: 'form',
      originId: form.id,
      // What is not proven has no key of its own: two robots must not push each other out.
      externalKey: proof.proven ? proof.key : newId(),
      deviceKey: form.oncePerDevice && reason === null ? (sent.device ?? null) : null,
      values,
      raw: { values, website: trap || undefined },
      clicks: { last: sent.lastClick ?? {}, first: sent.firstClick ?? sent.lastClick ?? {} },
      consentVersion,
    } as const;
    await keep({ ...one, reason }, step);
    return { state: 'received' };
  });
}

type Kept = Omit<Parameters<typeof insertSubmission>[1], 'id'>;

/** Keeps it once. A device that was here before has its second one kept aside, where somebody may look at it. */
async function keep(one: Kept, step: Step): Promise<void> {
  const id = newId();
  if (await insertSubmission(step, { ...one, id })) {
    if (one.reason === null)
      await announce(step, submissionReceived, {
        subject: id,
        data: { method: one.method, originId: one.originId },
      });
    return;
  }
  if (one.deviceKey !== null)
    await insertSubmission(step, { ...one, id, deviceKey: null, reason: 'same_device' });
}

/** A page that nobody allowed may not send, even when a browser lets it try. */
function refuseForeignPage(form: CaptureForm, { origin, host }: PageVisit): void {
  if (origin === null) return;
  const own = origin === new URL(publicUrl()).origin || origin.replace(/^https?:\/\//, '') === host;
  if (!own && !form.origins.includes(origin)) throw new Refusal('forbidden', 'foreign_origin');
}

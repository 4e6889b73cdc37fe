import { deleteAccount, deleteContact } from '#accounts/public.ts';
import { unlinkActivities } from '#activities/public.ts';
import { orRefuse, type Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { Refusal } from '#kernel/values/refusal.ts';
import { deleteOpportunity } from '#opportunities/public.ts';
import type * as contract from '../contract/conversion.ts';
import { conversionUndone } from '../events.ts';
import { decideUndo } from '../rules/converting.ts';
import { decideRoom } from '../rules/holding.ts';
import { loadCapPolicy, lockRoom } from '../store/caps.ts';
import { closeConversion, loadConversion, loadHanging } from '../store/conversions.ts';
import { lockHeldLead, saveStatus } from '../store/leads.ts';

/**
 * Takes a conversion back within a day, as long as nothing new hangs on what it made: that goes to the bin, what was
 * only linked stays, and the lead is followed again, if its owner still has room.
 */
export async function undoConversion(
  { id }: Input<typeof contract.undoConversion>,
  step: Step,
): Promise<Output<typeof contract.undoConversion>> {
  const lead = await lockHeldLead(step, id);
  if (lead.status !== 'converted') throw new Refusal('rule', 'not_converted');
  const made = await loadConversion(step, id);
  if (!made) throw new Refusal('rule', 'not_converted');
  const hanging = await loadHanging(step, id, made);
  orRefuse(decideUndo({ convertedAt: made.at, now: step.now, hanging }));
  // A converted lead that was counted all the time takes no more room as an open one.
  const { excludeConverted } = await loadCapPolicy(step);
  if (lead.ownerId && excludeConverted) orRefuse(decideRoom(await lockRoom(step, lead.ownerId, null)));

  const linked = [made.accountId, made.contactId, made.opportunityId].filter((one) => one !== null);
  await unlinkActivities({ of: id, from: linked, name: lead.company }, step);
  if (made.opportunityId) await deleteOpportunity({ id: made.opportunityId }, step);
  if (made.contactMade && made.contactId) await deleteContact({ id: made.contactId }, step);
  if (made.accountMade) await deleteAccount({ id: made.accountId }, step);
  const version = await saveStatus(step, lead, 'following', {
    ...{ converted_at: null, account_id: null, contact_id: null, opportunity_id: null },
  });
  await closeConversion(step, made.id);
  const { accountId, contactId, opportunityId } = made;
  await announce(step, conversionUndone, {
    subject: id,
    about: accountId && !made.accountMade ? [accountId] : [],
    changes: { status: ['converted', 'following'], accountId: [accountId, null] },
    data: { accountId, contactId, opportunityId },
  });
  return { id, version };
}

import { createAccount, createContact, requireAccount } from '#accounts/public.ts';
import { relinkActivities } from '#activities/public.ts';
import { orRefuse, type Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { badInput, Refusal } from '#kernel/values/refusal.ts';
import { createOpportunity } from '#opportunities/public.ts';
import type * as contract from '../contract/conversion.ts';
import { leadConverted } from '../events.ts';
import { decideMove } from '../rules/lead-states.ts';
import { accountOfContact, findContactIn, insertConversion, loadConversion } from '../store/conversions.ts';
import { lockHeldLead, type StoredLead, saveStatus } from '../store/leads.ts';

type Wanted = Input<typeof contract.convertLead>;

/**
 * Turns a lead into an account, a contact and, if wanted, an opportunity, all or nothing. The lead's owner
 * owns what is made, whoever presses the button; its activities are linked to the account, not copied. Asked twice for
 * the same, it answers with what was made the first time.
 */
export async function convertLead(wanted: Wanted, step: Step): Promise<Output<typeof contract.convertLead>> {
  const { id, accountId, opportunity } = wanted;
  const lead = await lockHeldLead(step, id);
  if (lead.status === 'converted') return madeBefore(lead, wanted, step);
  orRefuse(decideMove(lead.status, 'converted'));
  const { ownerId } = lead;
  if (ownerId === null) throw new Refusal('rule', 'no_owner');

  const account = accountId ? await requireAccount(accountId, step) : await openAccount(lead, ownerId, step);
  const contact = await contactFor(lead, account.id, wanted, step);
  const deal = opportunity
    ? await createOpportunity(
        {
          ...opportunity,
          accountId: account.id,
          contactId: contact?.id ?? null,
          ownerId,
          leadId: id,
          channel: lead.channel,
        },
        step,
      )
    : null;
  await relinkActivities({ from: id, also: [account.id, contact?.id, deal?.id] }, step);

  const made = { accountId: account.id, contactId: contact?.id ?? null, opportunityId: deal?.id ?? null };
  const version = await saveStatus(step, lead, 'converted', {
    ...{ converted_at: step.now, account_id: made.accountId, contact_id: made.contactId },
    ...{ opportunity_id: made.opportunityId, nurture_since: null, nurture_days: null },
  });
  await insertConversion(step, id, {
    ...made,
    ...{ accountMade: !accountId, contactMade: contact?.made ?? false, statusBefore: lead.status },
  });
  await announce(step, leadConverted, {
    subject: id,
    about: [made.accountId, made.opportunityId],
    changes: { status: [lead.status, 'converted'], accountId: [null, made.accountId] },
    data: made,
  });
  return { id, version, ...made };
}

async function madeBefore(lead: StoredLead, wanted: Wanted, step: Step) {
  const made = await loadConversion(step, lead.id);
  if (!made || (wanted.accountId && wanted.accountId !== made.accountId))
    throw new Refusal('rule', 'wrong_state');
  const { accountId, contactId, opportunityId } = made;
  return { id: lead.id, version: lead.version, accountId, contactId, opportunityId };
}

function openAccount(lead: StoredLead, ownerId: string, step: Step): Promise<{ id: string }> {
  return createAccount(
    {
      name: lead.company,
      ownerId,
      phone: null,
      industry: lead.industry,
      region: lead.region,
      channel: lead.channel,
      leadId: lead.id,
    },
    step,
  );
}

/** The person of the lead: the one chosen, the same person if the account has him, else a new contact. */
async function contactFor(
  lead: StoredLead,
  accountId: string,
  { contactId }: Wanted,
  step: Step,
): Promise<{ id: string; made: boolean } | null> {
  if (contactId) {
    const of = await accountOfContact(step, contactId);
    if (of === null) throw badInput([{ field: 'contactId', code: 'unknown_reference' }]);
    if (of !== accountId) throw new Refusal('rule', 'other_account');
    return { id: contactId, made: false };
  }
  const { phone, email, title } = lead;
  const name = lead.contactName ?? null;
  if (!name && !phone && !email) return null;
  const known = contactId === null ? null : await findContactIn(step, accountId, { phone, email, name });
  if (known) return { id: known, made: false };
  const made = await createContact({ accountId, name: name ?? lead.company, phone, email, title }, step);
  return { id: made.id, made: true };
}

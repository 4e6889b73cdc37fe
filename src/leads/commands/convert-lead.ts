import { createAccount, createContact, requireAccount } from '#accounts/public.ts';
import { relinkActivities } from '#activities/public.ts';
import { orRefuse, type Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { Refusal } from '#kernel/values/refusal.ts';
import { createOpportunity } from '#opportunities/public.ts';
import type * as contract from '../contract.ts';
import { leadConverted } from '../events.ts';
import { decideMove } from '../rules/lead-states.ts';
import { lockLead, type StoredLead, saveStatus } from '../store/leads.ts';

/**
 * Turns a lead into an account, a contact and, if wanted, an opportunity, all or nothing. The lead's owner
 * owns what is made, whoever presses the button; its activities are linked to the account, not copied.
 */
export async function convertLead(
  { id, accountId, opportunity }: Input<typeof contract.convertLead>,
  step: Step,
): Promise<Output<typeof contract.convertLead>> {
  const lead = await lockLead(step, id);
  orRefuse(decideMove(lead.status, 'converted'));
  const { ownerId } = lead;
  if (ownerId === null) throw new Refusal('rule', 'no_owner');

  const account = accountId ? await requireAccount(accountId, step) : await openAccount(lead, ownerId, step);
  const contact = lead.contactName || lead.phone ? await addContact(lead, account.id, step) : null;
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
    converted_at: step.now,
    account_id: made.accountId,
    contact_id: made.contactId,
    opportunity_id: made.opportunityId,
  });
  await announce(step, leadConverted, {
    subject: id,
    about: [made.accountId, made.opportunityId],
    changes: { status: [lead.status, 'converted'], accountId: [null, made.accountId] },
    data: made,
  });
  return { id, version, ...made };
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

function addContact(lead: StoredLead, accountId: string, step: Step): Promise<{ id: string }> {
  return createContact(
    {
      accountId,
      name: lead.contactName ?? lead.company,
      phone: lead.phone,
      email: lead.email,
      title: lead.title,
    },
    step,
  );
}

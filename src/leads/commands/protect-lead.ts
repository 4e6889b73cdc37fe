import { may } from '#kernel/access.ts';
import { orRefuse, type Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { dayOf } from '#kernel/values/day.ts';
import { Refusal } from '#kernel/values/refusal.ts';
import type * as contract from '../contract/protection.ts';
import { leadProtected } from '../events.ts';
import { decideProtection } from '../rules/protecting.ts';
import { lockHolder, lockLead } from '../store/leads.ts';
import { loadOwner, loadProtection, saveProtection } from '../store/recycling.ts';

/** Keeps a lead from being recycled through a day. The owner's row is locked first: his limit holds under any race. */
export async function protectLead(
  { id, until }: Input<typeof contract.protectLead>,
  step: Step,
): Promise<Output<typeof contract.protectLead>> {
  const { actor, now } = step;
  const ownerId = await loadOwner(step, id);
  if (ownerId === null) throw new Refusal('rule', 'not_owned');
  await lockHolder(step, ownerId);
  const lead = await lockLead(step, id);
  if (lead.ownerId !== ownerId) throw new Refusal('rule', 'not_owned');
  if (ownerId !== actor.id && !may(actor, 'leads.assign')) throw new Refusal('forbidden', 'forbidden');
  if (lead.status !== 'pending' && lead.status !== 'following') throw new Refusal('rule', 'wrong_state');
  const state = await loadProtection(step, { leadId: id, ownerId });

  const decided = orRefuse(decideProtection(state, until, dayOf(now, actor.org.zone)));

  const version = await saveProtection(step, { leadId: id, ownerId, ...decided });
  await announce(step, leadProtected, {
    subject: id,
    changes: { protectedUntil: [null, decided.until] },
    data: { ownerId, until: decided.until, renewals: decided.renewals },
  });
  return { id, version };
}

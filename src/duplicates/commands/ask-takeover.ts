import { notify } from '#inbox/public.ts';
import { orRefuse, type Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { visibleRecords } from '#kernel/records.ts';
import { dayOf } from '#kernel/values/day.ts';
import { newId } from '#kernel/values/id.ts';
import { notFound, Refusal } from '#kernel/values/refusal.ts';
import type * as contract from '../contract.ts';
import { takeoverAsked } from '../events.ts';
import { maskName } from '../rules/looking-up.ts';
import { answerBy, decideAsking } from '../rules/taking-over.ts';
import { wasFound } from '../store/look-ups.ts';
import { holdAskedLead, insertTakeover, loadDeciders, loadManager } from '../store/takeovers.ts';

/**
 * Asks the owner of a lead and his manager to give it over. Only for a lead the asker sees or has found by a look-up:
 * an id alone must not tell whether there is such a lead.
 */
export async function askTakeover(
  { leadId, reason }: Input<typeof contract.askTakeover>,
  step: Step,
): Promise<Output<typeof contract.askTakeover>> {
  const visible = (await visibleRecords(step, 'leads', [leadId])).has(leadId);
  if (!visible && !(await wasFound(step, leadId))) throw notFound();
  const lead = await holdAskedLead(step, leadId);
  const { ownerId } = orRefuse(decideAsking(lead, step.actor.id));
  const managerId = await loadManager(step, ownerId);
  const id = newId();
  const added = await insertTakeover(step, {
    ...{ id, leadId, ownerId, managerId, reason },
    title: visible ? lead.company : maskName(lead.company),
    dueOn: answerBy(dayOf(step.now, step.actor.org.zone)),
  });
  if (!added) throw new Refusal('rule', 'already_asked');
  const { name } = step.actor;
  await notify(
    {
      userIds: [ownerId, ...(managerId ? [managerId] : await loadDeciders(step))],
      kind: 'takeoverAsked',
      object: 'takeovers',
      recordId: id,
      title: {
        zh: `${name} 申请接手线索「${lead.company}」：${reason}`,
        en: `${name} asks to take over ${lead.company}: ${reason}`,
      },
    },
    step,
  );
  await announce(step, takeoverAsked, {
    subject: id,
    about: [leadId],
    data: { takeoverId: id, requesterId: step.actor.id, ownerId },
  });
  return { id, version: 1 };
}

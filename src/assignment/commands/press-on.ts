import { notify } from '#inbox/public.ts';
import type { Step } from '#kernel/command.ts';
import { announce } from '#kernel/outbox.ts';
import { moveLead } from '#leads/public.ts';
import { responseMissed } from '../events.ts';
import { goneOnWhy, missedTitle } from '../rules/missing.ts';
import { nextLook, nextStep } from '../rules/responding.ts';
import { dealLeads, loadCooling } from '../store/desk.ts';
import { hasRules } from '../store/hands.ts';
import { loadLeadValues } from '../store/lead-values.ts';
import { loadLeader } from '../store/people.ts';
import { endTimers, lockDueTimer, type StoredTimer, saveTimer, stopAnswered } from '../store/timers.ts';

/**
 * Does what is due of one clock: tells the owner, later his leader, at last gives the lead to somebody else. The clock
 * is locked and the answer looked for in the activities themselves, so that a call logged at this very moment either
 * stops the clock or comes after; every due moment is handled once, however many servers look.
 */
export async function pressOn(
  { timerId }: { timerId: string },
  step: Step,
): Promise<'answered' | 'done' | 'gone'> {
  const timer = await lockDueTimer(step, timerId);
  if (!timer) return 'gone';
  if ((await stopAnswered(step, [timer.leadId])).has(timer.id)) return 'answered';

  const due = nextStep(timer, step.now);
  if (due === 'breach') await tell(step, timer, false);
  if (due === 'escalate') await tell(step, timer, true);
  if (due === 'reassign') await giveOn(step, timer);
  if (due === undefined) await saveTimer(step, timer, nextLook(timer));
  return 'done';
}

async function tell(step: Step, timer: StoredTimer, escalated: boolean): Promise<void> {
  const to = escalated ? await loadLeader(step, timer.ownerId) : timer.ownerId;
  const done = escalated ? { ...timer, escalatedAt: step.now } : { ...timer, breachedAt: step.now };
  await saveTimer(step, done, nextLook(done));
  const data = { ownerId: timer.ownerId, dueAt: timer.dueAt.toISOString(), escalated };
  await announce(step, responseMissed, { subject: timer.id, about: [timer.leadId], data });
  if (to === null) return;
  await notify(
    {
      ...{ userIds: [to], kind: 'responseMissed', object: 'leads', recordId: timer.leadId },
      title: missedTitle(timer.company, timer.minutes, escalated ? timer.owner : null),
    },
    step,
  );
}

async function giveOn(step: Step, timer: StoredTimer): Promise<void> {
  const done = { ...timer, reassignedAt: step.now };
  const lead = (await loadLeadValues(step, [timer.leadId])).get(timer.leadId);
  // It has gone on already, or there is nobody to decide to whom: the clock has said what it can.
  if (lead?.ownerId !== timer.ownerId || (timer.atLast === 'rule' && !(await hasRules(step)))) {
    await saveTimer(step, timer, null);
    return;
  }
  const cooling = (await loadCooling(step, [lead.id])).get(lead.id);
  const { placements } = await dealLeads(step, [
    { values: lead, method: 'reassign', hadBy: timer.ownerId, ...(cooling ? { cooling } : {}) },
  ]);
  const [placement] = placements;
  if (!placement) return;
  const owner = timer.atLast === 'rule' ? placement.ownerId : null;
  await saveTimer(step, done, null);
  await endTimers(step, [timer.leadId], 'moved');
  await moveLead(
    {
      id: timer.leadId,
      to: owner ? { ownerId: owner } : { poolId: placement.poolId ?? '' },
      cause: owner ? 'assigned' : 'recycled',
      ruleId: placement.ruleId,
      why: goneOnWhy(timer.minutes, placement.why, owner !== null),
    },
    step,
  );
}

import type { Step } from '#kernel/command.ts';
import { Refusal } from '#kernel/values/refusal.ts';
import { lockLeads, moveLead } from '#leads/public.ts';
import { dealLeads, loadCooling } from '../store/desk.ts';
import { isStillWaiting, stopWaiting, type Waiting } from '../store/hands.ts';
import { loadLeadValues } from '../store/lead-values.ts';

/**
 * Deals one lead that waited for the people of a rule. Answers `nobody` while none of them can take it: those behind it
 * in the same line then need not be asked.
 */
export async function dealWaiting(
  { leadId, ruleId }: Waiting,
  step: Step,
): Promise<'dealt' | 'nobody' | 'gone'> {
  const lead = (await loadLeadValues(step, [leadId])).get(leadId);
  if (!lead || !(await isStillWaiting(step, leadId))) {
    await stopWaiting(step, leadId);
    return 'gone';
  }
  const cooling = (await loadCooling(step, [leadId])).get(leadId);
  const { placements } = await dealLeads(step, [
    { values: lead, method: 'waiting', ruleId, ...(cooling ? { cooling } : {}) },
  ]);
  // Asked again under its lock, after those of the holders. Claimed this very moment: nothing of this counts as a turn.
  await lockLeads([leadId], step);
  if (!(await isStillWaiting(step, leadId))) throw new Refusal('rule', 'no_longer_waiting');
  const [placement] = placements;
  if (!placement) return 'gone';
  if (!placement.ownerId) return 'nobody';
  await stopWaiting(step, leadId);
  await moveLead(
    { id: leadId, to: { ownerId: placement.ownerId }, cause: 'assigned', ruleId, why: placement.why },
    step,
  );
  return 'dealt';
}

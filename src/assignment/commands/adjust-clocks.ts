import type { Step } from '#kernel/command.ts';
import { dueMoments, nextLook, policyFor } from '../rules/responding.ts';
import { leadDefinition, loadLeadValues } from '../store/lead-values.ts';
import { loadOwnHours } from '../store/people.ts';
import { loadSettings } from '../store/rules.ts';
import { lockTimersOf, saveLimit } from '../store/timers.ts';

/**
 * Gives running clocks the limit that fits their lead now: one that has just become class A is due in minutes. Counts
 * from the same start; a clock that has already told the owner is left alone.
 */
export async function adjustClocks(leadIds: readonly string[], step: Step): Promise<void> {
  const timers = (await lockTimersOf(step, [...new Set(leadIds)])).filter((timer) => !timer.breachedAt);
  if (timers.length === 0) return;
  const { zone } = step.actor.org;
  const { settings } = await loadSettings(step);
  const leads = await loadLeadValues(
    step,
    timers.map((timer) => timer.leadId),
  );
  const own = await loadOwnHours(
    step,
    timers.map((timer) => timer.ownerId),
  );
  const moment = { actorId: step.actor.id, now: step.now, zone };
  const policyOf = policyFor(settings.policies, leadDefinition(step), moment);
  for (const timer of timers) {
    const lead = leads.get(timer.leadId);
    const policy = lead && policyOf(lead);
    if (!policy || (policy.name === timer.policy && policy.minutes === timer.minutes)) continue;
    const { name, minutes, atLast } = policy;
    const moments = dueMoments(policy, timer.startedAt, own.get(timer.ownerId) ?? settings.hours, zone);
    const nextAt = nextLook({ ...timer, ...moments });
    await saveLimit(step, timer.id, { ...moments, policy: name, minutes, atLast, nextAt });
  }
}

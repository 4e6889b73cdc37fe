import { orRefuse, type Step } from '#kernel/command.ts';
import { enqueue, type Job } from '#kernel/jobs.ts';
import { announce } from '#kernel/outbox.ts';
import { addDays, dayOf } from '#kernel/values/day.ts';
import { Refusal } from '#kernel/values/refusal.ts';
import { recyclingDisabled, recyclingEnabled } from '../events.ts';
import { decideEnabling } from '../rules/enabling.ts';
import { fingerprint } from '../rules/rule-set.ts';
import { hasSeen, lockPolicy, saveDisabled, saveEnabled } from '../store/policy.ts';

/**
 * Puts the draft in force: its clocks are set in the background, and nothing moves before the coming midnight. Whoever
 * does so has seen what exactly these rules would do.
 */
export function enableRecycling(clocks: Job) {
  return async (_input: object, step: Step): Promise<Record<string, never>> => {
    const policy = await lockPolicy(step);
    const seen = await hasSeen(step, fingerprint(policy.draft));
    orRefuse(decideEnabling(policy, seen));
    const firstNight = addDays(dayOf(step.now, step.actor.org.zone), 1);
    await saveEnabled(step, firstNight);
    await announce(step, recyclingEnabled, {
      subject: step.actor.orgId,
      data: { rules: policy.draft.rules.length, firstNight },
    });
    await enqueue(step, clocks, {}, { singletonKey: 'clocks' });
    return {};
  };
}

/** Stops recycling at once. What was left on each clock is kept for when it is switched on again. */
export function disableRecycling(clocks: Job) {
  return async (_input: object, step: Step): Promise<Record<string, never>> => {
    const policy = await lockPolicy(step);
    if (!policy.enabled) throw new Refusal('rule', 'not_on');
    const pausedOn = dayOf(step.now, step.actor.org.zone);
    await saveDisabled(step, pausedOn);
    await announce(step, recyclingDisabled, { subject: step.actor.orgId, data: { pausedOn } });
    await enqueue(step, clocks, {}, { singletonKey: 'clocks' });
    return {};
  };
}

import { type ConditionRecord, evaluator } from '#kernel/conditions/evaluate.ts';
import type { ConditionMoment } from '#kernel/conditions/tree.ts';
import type { ObjectDefinition } from '#kernel/fields.ts';
import { addMinutes } from '#kernel/values/instant.ts';
import type { LastStep, WorkHours } from '../model.ts';
import type { ResponsePolicy } from './assignment-rule.ts';
import { addWorkingMinutes } from './working-time.ts';

/** Which policy a lead falls under: the first whose condition holds; undefined when none does, then no clock runs. */
export function policyFor(
  policies: readonly ResponsePolicy[],
  definition: ObjectDefinition,
  moment: ConditionMoment,
): (lead: ConditionRecord) => ResponsePolicy | undefined {
  const tests = policies.map((policy) => ({
    policy,
    meets: policy.condition ? evaluator(policy.condition, definition, moment) : () => true,
  }));
  return (lead) => tests.find(({ meets }) => meets(lead))?.policy;
}

export interface DueMoments {
  readonly dueAt: Date;
  readonly escalateAt: Date;
  readonly reassignAt: Date;
}

/** When a response is due, when the leader hears of it (as long again later) and when the lead goes on (once more). */
export function dueMoments(
  { minutes, clock }: Pick<ResponsePolicy, 'minutes' | 'clock'>,
  startedAt: Date,
  hours: WorkHours,
  zone: string,
): DueMoments {
  const after = (times: number) =>
    clock === 'always'
      ? addMinutes(startedAt, minutes * times)
      : addWorkingMinutes(hours, startedAt, minutes * times, zone);
  return { dueAt: after(1), escalateAt: after(2), reassignAt: after(3) };
}

export interface RunningTimer extends DueMoments {
  readonly breachedAt: Date | null;
  readonly escalatedAt: Date | null;
  readonly reassignedAt: Date | null;
  readonly atLast: LastStep;
}

export type TimerStep = 'breach' | 'escalate' | 'reassign';

/**
 * What a clock that nobody answered must do now; undefined when its moment has not come. After a standstill of the
 * server steps are not skipped: each happens once, one after the other, and the lead goes on only when its owner has
 * been told before and had half the time of the first notice again: nobody loses a lead to a night without electricity.
 */
export function nextStep(timer: RunningTimer, now: Date): TimerStep | undefined {
  if (!timer.breachedAt) return now >= timer.dueAt ? 'breach' : undefined;
  if (!timer.escalatedAt)
    return now >= after(timer, timer.breachedAt, timer.escalateAt) ? 'escalate' : undefined;
  if (timer.reassignedAt || timer.atLast === 'nothing') return undefined;
  return now >= after(timer, timer.escalatedAt, timer.reassignAt) ? 'reassign' : undefined;
}

/** When the clock must be looked at again; null when there is nothing more to do. */
export function nextLook(timer: RunningTimer): Date | null {
  if (!timer.breachedAt) return timer.dueAt;
  if (!timer.escalatedAt) return after(timer, timer.breachedAt, timer.escalateAt);
  if (timer.reassignedAt || timer.atLast === 'nothing') return null;
  return after(timer, timer.escalatedAt, timer.reassignAt);
}

/** The planned moment, unless the step before came late: then at least a minute, or half of its usual distance, must pass. */
function after({ dueAt, escalateAt }: DueMoments, before: Date, planned: Date): Date {
  const distance = Math.max(60_000, Math.min(escalateAt.getTime() - dueAt.getTime(), 3_600_000) / 2);
  return new Date(Math.max(planned.getTime(), before.getTime() + distance));
}

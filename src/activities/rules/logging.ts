import { DAY_LENGTH, HOUR, MINUTE } from '#kernel/values/instant.ts';
import { type Decision, no, yes } from '#kernel/values/refusal.ts';
import { type ActivityKind, type ActivityResult, unreachedResults } from '../model.ts';

export interface LogRequest {
  readonly kind: ActivityKind;
  readonly content: string | null;
  readonly result: ActivityResult | null;
  readonly connected: boolean | null;
  readonly durationSeconds: number | null;
  readonly happenedAt: Date;
  readonly nextContactAt: Date | null;
  readonly now: Date;
}

export type LogRefusal = 'in_the_future' | 'next_in_the_past' | 'says_nothing' | 'not_connected';

/** Clocks of phones run ahead a little; more than that is a mistake. */
const clockDifference = 5 * MINUTE;
const lateAfter = 3 * DAY_LENGTH;

/**
 * Decides whether an activity may be written down, and whether the call was connected. Written more than
 * three days later it counts as backdated: it is shown, but keeps no lead from being recycled.
 */
export function decideLog(
  request: LogRequest,
): Decision<{ connected: boolean | null; backdated: boolean }, LogRefusal> {
  const { kind, content, result, happenedAt, nextContactAt, now } = request;
  if (happenedAt.getTime() > now.getTime() + clockDifference) return no('in_the_future');
  if (nextContactAt && nextContactAt <= now) return no('next_in_the_past');
  if (!content && !result) return no('says_nothing');
  const unreached = result !== null && unreachedResults.includes(result);
  const connected = kind === 'call' ? (request.connected ?? !unreached) : null;
  const contradicts = unreached ? connected === true : connected === false && result !== null;
  if (contradicts || (connected === false && (request.durationSeconds ?? 0) > 0)) return no('not_connected');
  return yes({ connected, backdated: now.getTime() - happenedAt.getTime() > lateAfter });
}

/** An author may correct his words for 24 hours; after that they are history. */
export function isCorrectable(writtenAt: Date, now: Date): boolean {
  return now.getTime() - writtenAt.getTime() <= 24 * HOUR;
}

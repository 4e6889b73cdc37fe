import { type Decision, no, yes } from '#kernel/values/refusal.ts';

/** Wrong codes after which the half-open session is thrown away: the password has to be typed again. */
export const wrongCodesAtMost = 5;

/** Decides whether a code may be used: it fits, and it is younger than the last one used. One code works once. */
export function decideCode(step: number | null, lastStep: number | null): Decision<number, 'wrong_code'> {
  if (step === null || (lastStep !== null && step <= lastStep)) return no('wrong_code');
  return yes(step);
}

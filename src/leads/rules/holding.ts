import { type Decision, no, yes } from '#kernel/values/refusal.ts';

/** Decides whether a person may hold one more lead: the cap holds on every way in, not only on claims. */
export function decideHold(held: number, cap: number): Decision<{ held: number }, 'pool_full'> {
  return held >= cap ? no('pool_full', { held, cap }) : yes({ held: held + 1 });
}

import { type Decision, no, yes } from '#kernel/values/refusal.ts';
import type { UserStatus } from '../model.ts';

interface Person {
  readonly id: string;
  readonly status: UserStatus;
}

/** Decides whether a person can be disabled: not oneself, not twice, and somebody active must take over what he owns. */
export function decideLeaving(
  actorId: string,
  leaver: Person,
  successor: Person | null,
): Decision<
  { readonly successorId: string },
  'not_to_yourself' | 'already_disabled' | 'successor_not_active'
> {
  if (leaver.id === actorId) return no('not_to_yourself');
  if (leaver.status === 'disabled') return no('already_disabled');
  if (!successor || successor.id === leaver.id || successor.status !== 'active')
    return no('successor_not_active');
  return yes({ successorId: successor.id });
}

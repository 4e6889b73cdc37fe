import { type Decision, no, yes } from '#kernel/values/refusal.ts';
import { addWorkdays } from '#kernel/values/workday.ts';
import type { Takeover } from '../model.ts';

/** The owner has so many working days to answer; then his manager decides alone. */
const ANSWER_DAYS = 3;

/** The last day on which the owner may answer. */
export function answerBy(today: string): string {
  return addWorkdays(today, ANSWER_DAYS);
}

/** Whether a lead may be asked for: somebody else's, and still open. */
export function decideAsking(
  lead: { readonly ownerId: string | null; readonly status: string; readonly gone: boolean },
  askerId: string,
): Decision<{ ownerId: string }, 'not_owned' | 'already_yours' | 'wrong_state'> {
  if (lead.gone || (lead.status !== 'pending' && lead.status !== 'following')) return no('wrong_state');
  if (lead.ownerId === null) return no('not_owned');
  return lead.ownerId === askerId ? no('already_yours') : yes({ ownerId: lead.ownerId });
}

/**
 * Whether this person may answer now. The manager may at any time, the owner until the days are over; an administrator
 * where there is no manager. Nobody answers himself.
 */
export function decideAnswer(
  request: Takeover,
  person: { readonly id: string; readonly isAdmin: boolean },
  today: string,
): Decision<{ as: 'owner' | 'manager' | 'admin' }, 'not_open' | 'not_yours' | 'too_late'> {
  if (request.status !== 'open') return no('not_open');
  if (person.id === request.requesterId) return no('not_yours');
  if (person.id === request.managerId) return yes({ as: 'manager' });
  if (person.id === request.ownerId)
    return today > request.dueOn || request.escalatedAt ? no('too_late') : yes({ as: 'owner' });
  return person.isAdmin && request.managerId === null ? yes({ as: 'admin' }) : no('not_yours');
}

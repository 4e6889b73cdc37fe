import { type Decision, no, yes } from '#kernel/values/refusal.ts';
import type { LeadStatus } from '../model.ts';

/** The one transition table: server, import, automation and screens read it alike. */
export const leadMoves: Readonly<Record<LeadStatus, readonly LeadStatus[]>> = {
  unassigned: ['pending', 'invalid'],
  pending: ['following', 'converted', 'invalid', 'unassigned'],
  following: ['converted', 'invalid', 'unassigned'],
  converted: [],
  invalid: ['unassigned'],
};

/** Decides whether a lead may go from one state to another. */
export function decideMove(from: LeadStatus, to: LeadStatus): Decision<LeadStatus, 'wrong_state'> {
  return leadMoves[from].includes(to) ? yes(to) : no('wrong_state', { from, to });
}

/** Open leads are worked on or wait for it; only they count against the cap. */
export function isOpen(status: LeadStatus): boolean {
  return status === 'unassigned' || status === 'pending' || status === 'following';
}

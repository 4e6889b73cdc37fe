import { type Decision, no, yes } from '#kernel/values/refusal.ts';

/**
 * Decides whether somebody may give leads to a person: only to those whose leads he sees himself. A manager fills the
 * hands of his own tree; who sees everybody's leads may give to everybody (`reach` null).
 */
export function decideReceiver(
  receiverId: string,
  reach: readonly string[] | null,
): Decision<string, 'outside_your_team'> {
  return reach === null || reach.includes(receiverId) ? yes(receiverId) : no('outside_your_team');
}

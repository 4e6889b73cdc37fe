import { type Decision, no, yes } from '#kernel/values/refusal.ts';

/** A leader on the way from the requester's team up to the top. */
export interface LeaderAbove {
  readonly userId: string;
  readonly active: boolean;
  /** Carries the right to decide approvals; a group leader who is himself a rep may not. */
  readonly mayDecide: boolean;
}

export interface ApproverSearch {
  readonly requesterId: string;
  /** Leaders of his own team, then of the team above, and so on. */
  readonly leadersAbove: readonly LeaderAbove[];
  /** Who decides where no leader is left: the administrators, longest here first. */
  readonly fallbacks: readonly string[];
}

/**
 * Finds who decides: the nearest leader above the requester who may, never the requester himself. With no
 * leader left an administrator decides; with none of these nothing can be asked for.
 */
export function chooseApprover(search: ApproverSearch): Decision<string, 'no_approver'> {
  const leader = search.leadersAbove.find(
    (one) => one.userId !== search.requesterId && one.active && one.mayDecide,
  );
  const found = leader?.userId ?? search.fallbacks.find((id) => id !== search.requesterId);
  return found === undefined ? no('no_approver') : yes(found);
}

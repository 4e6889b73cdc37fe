import { type Decision, no, yes } from '#kernel/values/refusal.ts';
import type { LeadStatus } from '../model.ts';
import { isOpen } from './lead-states.ts';

/** How much a person holds and may hold, as counted under his lock. */
export interface Room {
  readonly held: number;
  readonly cap: number;
  /** Open leads he holds out of the pool this one comes from, and how many of those he may. */
  readonly fromPool: number;
  readonly retention: number | null;
}

/** Decides whether a person may hold one more lead: the cap holds on every way in, not only on claims. */
export function decideHold(held: number, cap: number): Decision<{ held: number }, 'pool_full'> {
  return held >= cap ? no('pool_full', { held, cap }) : yes({ held: held + 1 });
}

/** The same with the limit of the pool the lead comes from: the smaller of the two numbers is felt first. */
export function decideRoom(
  room: Room,
): Decision<{ held: number; cap: number }, 'pool_full' | 'pool_share_full'> {
  const hold = decideHold(room.held, room.cap);
  if ('no' in hold) return hold;
  if (room.retention !== null && room.fromPool >= room.retention)
    return no('pool_share_full', { held: room.fromPool, limit: room.retention });
  return yes({ held: room.held + 1, cap: room.cap });
}

/** Which open leads of a leaver still find room with one person: those somebody is working on first, then the oldest. */
export function shareLeft(
  leads: readonly { readonly id: string; readonly status: LeadStatus }[],
  { held, cap }: { readonly held: number; readonly cap: number },
): ReadonlySet<string> {
  const open = leads.filter(({ status }) => isOpen(status));
  const following = open.filter(({ status }) => status === 'following');
  const others = open.filter(({ status }) => status !== 'following');
  return new Set([...following, ...others].slice(0, Math.max(0, cap - held)).map(({ id }) => id));
}

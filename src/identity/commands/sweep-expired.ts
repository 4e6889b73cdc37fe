import type { Step } from '#kernel/command.ts';
import { deleteExpired } from '../store/sweep.ts';

/** Throws away sessions and links whose time is over; nothing they opened was open any more. */
export async function sweepExpired({ actor, tx, now }: Step): Promise<void> {
  await deleteExpired(tx, actor.orgId, now);
}

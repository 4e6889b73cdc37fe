import type { Step } from '#kernel/command.ts';
import { followAccount } from '../store.ts';

/** Receipts of a customer are seen by whoever owns the account now; the account's own fact is on its timeline. */
export async function followAccountOwner({ accountId }: { accountId: string }, step: Step): Promise<void> {
  await followAccount(step, accountId);
}

import { updateRow } from '#kernel/changes.ts';
import type { Step } from '#kernel/command.ts';
import { announce } from '#kernel/outbox.ts';
import { accountUpdated } from '../events.ts';
import { accountObject } from '../fields.ts';
import type { MaturityGrade } from '../model.ts';
import { lockAccount } from '../store/accounts.ts';

/** Sets how ripe a customer is, as heard in a call; the same grade again changes nothing. */
export async function gradeAccount(
  { id, grade }: { id: string; grade: MaturityGrade },
  step: Step,
): Promise<void> {
  const account = await lockAccount(step, id);
  const saved = await updateRow(step, accountObject, account, { grade });
  if (saved.version !== account.version)
    await announce(step, accountUpdated, { subject: id, changes: saved.changes, data: {} });
}

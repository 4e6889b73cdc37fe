import { acceptValues, expectVersion, updateRow } from '#kernel/changes.ts';
import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { badInput } from '#kernel/values/refusal.ts';
import type * as contract from '../contract.ts';
import { accountUpdated } from '../events.ts';
import { accountObject } from '../fields.ts';
import { decideCode, nameForms } from '../rules/naming.ts';
import { lockAccount } from '../store/accounts.ts';

/** Changes an account under the version the caller read. */
export async function updateAccount(
  { id, version, ...sent }: Input<typeof contract.updateAccount>,
  step: Step,
): Promise<Output<typeof contract.updateAccount>> {
  const account = expectVersion(await lockAccount(step, id), version);
  const values = acceptValues(step.actor, accountObject, sent);
  if ('uscc' in values) {
    const code = decideCode(values.uscc as string | null);
    if ('no' in code) throw badInput([{ field: 'uscc', code: code.no }]);
    values.uscc = code.yes;
  }

  const renamed = 'name' in values && values.name !== account.name;
  const saved = await updateRow(
    step,
    accountObject,
    account,
    values,
    renamed ? nameForms(String(values.name)) : {},
  );
  if (saved.version !== account.version)
    await announce(step, accountUpdated, { subject: id, changes: saved.changes, data: {} });
  return { id, version: saved.version };
}

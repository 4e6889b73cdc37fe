import { admitArrival } from '#kernel/arrivals.ts';
import { acceptValues, insertRow, requireCustom } from '#kernel/changes.ts';
import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { newId } from '#kernel/values/id.ts';
import { badInput } from '#kernel/values/refusal.ts';
import type * as contract from '../contract.ts';
import { accountCreated } from '../events.ts';
import { accountObject } from '../fields.ts';
import { decideCode, nameForms } from '../rules/naming.ts';

/** Creates an account that belongs to its creator. A name that exists already only warns, a credit code refuses. */
export async function createAccount(
  { duplicateReason, ...sent }: Input<typeof contract.createAccount>,
  step: Step,
): Promise<Output<typeof contract.createAccount>> {
  const { actor, now } = step;
  const values = acceptValues(actor, accountObject, sent);
  requireCustom(actor, accountObject, values);
  const code = decideCode((values.uscc as string | null | undefined) ?? null);
  if ('no' in code) throw badInput([{ field: 'uscc', code: code.no }]);

  await admitArrival({ object: 'accounts', values, reason: duplicateReason ?? null }, step);

  const id = newId();
  await insertRow(
    step,
    accountObject,
    id,
    { ...values, uscc: code.yes },
    {
      ...nameForms(String(values.name)),
      owner_id: actor.id,
      owner_since: now,
      created_at: now,
      created_by: actor.id,
    },
  );
  await announce(step, accountCreated, {
    subject: id,
    data: {
      name: String(values.name),
      ownerId: actor.id,
      channel: (values.channel as string | null | undefined) ?? null,
      leadId: null,
    },
  });
  return { id, version: 1 };
}

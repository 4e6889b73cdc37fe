import { insertRow } from '#kernel/changes.ts';
import type { Step } from '#kernel/command.ts';
import { announce } from '#kernel/outbox.ts';
import { newId } from '#kernel/values/id.ts';
import { accountCreated } from '../events.ts';
import { accountObject } from '../fields.ts';
import { nameForms } from '../rules/naming.ts';

export interface OpenedAccount {
  readonly name: string;
  readonly ownerId: string;
  readonly phone?: string | null;
  readonly industry?: string | null;
  readonly region?: string | null;
  readonly channel?: string | null;
  readonly leadId?: string | null;
}

/** Opens an account on behalf of another slice, whose own rules and rights have been checked: a converted lead. */
export async function openAccount(wanted: OpenedAccount, step: Step): Promise<{ id: string }> {
  const { name, ownerId, leadId = null, ...values } = wanted;
  const id = newId();
  await insertRow(
    step,
    accountObject,
    id,
    { name, ...values },
    {
      ...nameForms(name),
      owner_id: ownerId,
      owner_since: step.now,
      lead_id: leadId,
      created_at: step.now,
      created_by: step.actor.id,
    },
  );
  await announce(step, accountCreated, {
    subject: id,
    about: [leadId],
    data: { name, ownerId, channel: wanted.channel ?? null, leadId },
  });
  return { id };
}

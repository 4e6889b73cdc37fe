import { acceptValues, insertRow, requireCustom } from '#kernel/changes.ts';
import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { newId } from '#kernel/values/id.ts';
import type * as contract from '../contract.ts';
import { opportunityCreated } from '../events.ts';
import { opportunityObject } from '../fields.ts';
import { stageNamed } from '../rules/stages.ts';
import { saveFirstMove } from '../store/moves.ts';
import { holdParties, loadStages } from '../store/opportunities.ts';

/** Creates a deal that belongs to its creator, in the stage asked for, with that stage's win rate unless he knows better. */
export async function createOpportunity(
  { stage: stageKey, ...sent }: Input<typeof contract.createOpportunity>,
  step: Step,
): Promise<Output<typeof contract.createOpportunity>> {
  const { actor, now } = step;
  const values = acceptValues(actor, opportunityObject, sent);
  requireCustom(actor, opportunityObject, values);
  const accountId = String(values.accountId);
  await holdParties(step, { accountId, contactId: (values.contactId as string | null | undefined) ?? null });
  const stage = stageNamed(await loadStages(step), stageKey);
  const winRate = (values.winRate as string | null | undefined) ?? stage.winRate;
  const amount = String(values.amount);

  const id = newId();
  await insertRow(
    step,
    opportunityObject,
    id,
    { ...values, winRate },
    {
      currency: actor.org.currency,
      stage: stage.key,
      status: stage.kind,
      stage_since: now,
      owner_id: actor.id,
      created_at: now,
      created_by: actor.id,
    },
  );
  await announce(step, opportunityCreated, {
    subject: id,
    about: [accountId],
    data: {
      name: String(values.name),
      accountId,
      ownerId: actor.id,
      stage: stage.key,
      amount,
      leadId: null,
      channel: (values.channel as string | null | undefined) ?? null,
    },
  });
  await saveFirstMove(step, { id, ownerId: actor.id, stage: stage.key, amount, winRate });
  return { id, version: 1 };
}

import { insertRow } from '#kernel/changes.ts';
import type { Step } from '#kernel/command.ts';
import { announce } from '#kernel/outbox.ts';
import { newId } from '#kernel/values/id.ts';
import { opportunityCreated } from '../events.ts';
import { opportunityObject } from '../fields.ts';
import { firstStage } from '../rules/stages.ts';
import { saveFirstMove } from '../store/moves.ts';
import { holdParties, loadStages } from '../store/opportunities.ts';

export interface OpenedOpportunity {
  readonly accountId: string;
  readonly contactId: string | null;
  readonly name: string;
  readonly amount: string;
  readonly expectedCloseOn?: string | null;
  readonly ownerId: string;
  readonly leadId?: string | null;
  readonly channel?: string | null;
}

/** Opens a deal on behalf of another slice, whose own rules and rights have been checked: a converted lead. */
export async function openOpportunity(wanted: OpenedOpportunity, step: Step): Promise<{ id: string }> {
  const { ownerId, leadId = null, channel = null, expectedCloseOn = null, ...values } = wanted;
  await holdParties(step, wanted);
  const stage = firstStage(await loadStages(step));
  const id = newId();
  await insertRow(
    step,
    opportunityObject,
    id,
    { ...values, channel, expectedCloseOn, winRate: stage.winRate },
    {
      currency: step.actor.org.currency,
      stage: stage.key,
      status: stage.kind,
      stage_since: step.now,
      owner_id: ownerId,
      lead_id: leadId,
      created_at: step.now,
      created_by: step.actor.id,
    },
  );
  const { name, accountId, amount } = wanted;
  await announce(step, opportunityCreated, {
    subject: id,
    about: [accountId, leadId],
    data: { name, accountId, ownerId, stage: stage.key, amount, leadId, channel },
  });
  await saveFirstMove(step, { id, ownerId, stage: stage.key, amount, winRate: stage.winRate });
  return { id };
}

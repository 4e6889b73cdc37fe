import { expectVersion } from '#kernel/changes.ts';
import { orRefuse, type Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import type * as contract from '../contract.ts';
import { opportunityReopened } from '../events.ts';
import { daysInStage, decideReopen } from '../rules/moving.ts';
import { stageNamed } from '../rules/stages.ts';
import { saveMove } from '../store/moves.ts';
import { loadStages, lockOpportunity } from '../store/opportunities.ts';

/** Takes a closed deal back into the pipeline. When and why it was closed stays in its history. */
export async function reopenOpportunity(
  { id, version, stage, reason }: Input<typeof contract.reopenOpportunity>,
  step: Step,
): Promise<Output<typeof contract.reopenOpportunity>> {
  const deal = expectVersion(await lockOpportunity(step, id), version);
  const stages = await loadStages(step);
  const decided = orRefuse(decideReopen(stageNamed(stages, deal.stage), stageNamed(stages, stage), reason));

  const days = daysInStage(deal.stageSince, step.now, step.actor.org.zone);
  const { to, ...rest } = decided;
  await announce(step, opportunityReopened, {
    subject: id,
    about: [deal.accountId],
    changes: {
      stage: [deal.stage, to.key],
      status: [deal.status, to.kind],
      lostReason: [deal.lostReason ?? null, null],
    },
    data: {
      ...rest,
      accountId: deal.accountId,
      ownerId: deal.ownerId,
      from: deal.stage,
      to: to.key,
      amount: deal.amount,
      winRate: to.winRate,
      daysInStage: days,
      reason,
    },
  });
  return { id, version: await saveMove(step, deal, { ...decided, daysInStage: days, reason }, null) };
}

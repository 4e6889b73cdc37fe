import { expectVersion } from '#kernel/changes.ts';
import { orRefuse, type Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import type * as contract from '../contract.ts';
import { opportunityMoved } from '../events.ts';
import { daysInStage, decideMove } from '../rules/moving.ts';
import { stageNamed } from '../rules/stages.ts';
import { saveMove } from '../store/moves.ts';
import { loadStages, lockOpportunity } from '../store/opportunities.ts';

/** Moves an open deal to another open stage, whose win rate it takes over. The same for board, list, API and import. */
export async function moveOpportunity(
  { id, version, stage, reason = null }: Input<typeof contract.moveOpportunity>,
  step: Step,
): Promise<Output<typeof contract.moveOpportunity>> {
  const deal = expectVersion(await lockOpportunity(step, id), version);
  const stages = await loadStages(step);
  const decided = orRefuse(decideMove(stageNamed(stages, deal.stage), stageNamed(stages, stage), reason));

  const move = {
    ...decided,
    reason,
    daysInStage: daysInStage(deal.stageSince, step.now, step.actor.org.zone),
  };
  const { to, ...rest } = move;
  await announce(step, opportunityMoved, {
    subject: id,
    about: [deal.accountId],
    changes: { stage: [deal.stage, to.key], winRate: [deal.winRate, to.winRate] },
    data: {
      ...rest,
      accountId: deal.accountId,
      ownerId: deal.ownerId,
      from: deal.stage,
      to: to.key,
      amount: deal.amount,
      winRate: to.winRate,
    },
  });
  return { id, version: await saveMove(step, deal, move, null) };
}

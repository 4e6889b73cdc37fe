import { expectVersion } from '#kernel/changes.ts';
import { orRefuse, type Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import type * as contract from '../contract.ts';
import { opportunityClosed } from '../events.ts';
import { daysInStage, decideClose } from '../rules/moving.ts';
import { endStage, stageNamed } from '../rules/stages.ts';
import { saveMove } from '../store/moves.ts';
import { loadStages, lockOpportunity } from '../store/opportunities.ts';

/** Wins an open deal. The contract that follows tells its own amount; the deal keeps what was expected. */
export async function winOpportunity(
  { id, version, note = null }: Input<typeof contract.winOpportunity>,
  step: Step,
): Promise<Output<typeof contract.winOpportunity>> {
  const deal = expectVersion(await lockOpportunity(step, id), version);
  const stages = await loadStages(step);
  const decided = orRefuse(decideClose(stageNamed(stages, deal.stage), endStage(stages, 'won')));

  const days = daysInStage(deal.stageSince, step.now, step.actor.org.zone);
  const { to, ...rest } = decided;
  await announce(step, opportunityClosed, {
    subject: id,
    about: [deal.accountId],
    changes: { stage: [deal.stage, to.key], status: [deal.status, to.kind] },
    data: {
      ...rest,
      accountId: deal.accountId,
      ownerId: deal.ownerId,
      from: deal.stage,
      to: to.key,
      amount: deal.amount,
      winRate: to.winRate,
      daysInStage: days,
      reason: null,
      status: to.kind,
      note,
    },
  });
  return {
    id,
    version: await saveMove(step, deal, { ...decided, daysInStage: days, reason: note }, null),
  };
}

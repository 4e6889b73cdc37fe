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

/** Takes an open deal out of the count of won and lost: it never was one. */
export async function invalidateOpportunity(
  { id, version, reason }: Input<typeof contract.invalidateOpportunity>,
  step: Step,
): Promise<Output<typeof contract.invalidateOpportunity>> {
  const deal = expectVersion(await lockOpportunity(step, id), version);
  const stages = await loadStages(step);
  const decided = orRefuse(decideClose(stageNamed(stages, deal.stage), endStage(stages, 'invalid')));

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
      reason,
      status: to.kind,
      note: null,
    },
  });
  return { id, version: await saveMove(step, deal, { ...decided, daysInStage: days, reason }, null) };
}

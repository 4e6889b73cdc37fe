import { expectVersion } from '#kernel/changes.ts';
import { orRefuse, type Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { Refusal } from '#kernel/values/refusal.ts';
import type * as contract from '../contract.ts';
import { opportunityClosed } from '../events.ts';
import { daysInStage, decideClose } from '../rules/moving.ts';
import { endStage, stageNamed } from '../rules/stages.ts';
import { saveMove } from '../store/moves.ts';
import { loadStages, lockOpportunity } from '../store/opportunities.ts';

/** Loses an open deal, with the reason; lost to a competitor, it says to whom. */
export async function loseOpportunity(
  { id, version, reason, competitor = null, note = null }: Input<typeof contract.loseOpportunity>,
  step: Step,
): Promise<Output<typeof contract.loseOpportunity>> {
  const deal = expectVersion(await lockOpportunity(step, id), version);
  if (reason === 'competitor' && !competitor && !deal.competitor)
    throw new Refusal('rule', 'competitor_required');
  const stages = await loadStages(step);
  const decided = orRefuse(decideClose(stageNamed(stages, deal.stage), endStage(stages, 'lost')));

  const days = daysInStage(deal.stageSince, step.now, step.actor.org.zone);
  const { to, ...rest } = decided;
  await announce(step, opportunityClosed, {
    subject: id,
    about: [deal.accountId],
    changes: {
      stage: [deal.stage, to.key],
      status: [deal.status, to.kind],
      lostReason: [null, reason],
      ...(competitor ? { competitor: [deal.competitor ?? null, competitor] as const } : {}),
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
      status: to.kind,
      note,
    },
  });
  const move = { ...decided, daysInStage: days, reason: note ? `${reason}: ${note}` : reason };
  return { id, version: await saveMove(step, deal, move, { lostReason: reason, competitor }) };
}

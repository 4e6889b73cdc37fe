import { notify } from '#inbox/public.ts';
import { verifyChain } from '#kernel/chain.ts';
import type { Step } from '#kernel/command.ts';
import { alarmSentence } from '../rules/alarm.ts';
import { loadAuditors } from '../store/auditors.ts';

/** Recomputes the organisation's chain; when a fact was changed behind our back, everybody who reads the audit hears of it. */
export async function watchChain(step: Step): Promise<{ intact: boolean }> {
  const { offenders } = await verifyChain(step.tx, step.actor.orgId);
  if (offenders.length === 0) return { intact: true };
  await notify(
    {
      userIds: await loadAuditors(step),
      kind: 'chainBroken',
      object: 'audit',
      recordId: step.actor.orgId,
      title: alarmSentence(offenders.length),
    },
    step,
  );
  return { intact: false };
}

import { notify } from '#inbox/public.ts';
import { may } from '#kernel/access.ts';
import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { dayOf } from '#kernel/values/day.ts';
import { Refusal } from '#kernel/values/refusal.ts';
import { moveLead } from '#leads/public.ts';
import type * as contract from '../contract.ts';
import { takeoverDecided } from '../events.ts';
import type { Takeover } from '../model.ts';
import { decideAnswer } from '../rules/taking-over.ts';
import { loadPresentOwner, lockTakeover, saveAnswer } from '../store/takeovers.ts';

interface Answer {
  readonly id: string;
  readonly verdict: 'approved' | 'rejected';
  readonly note: string | null;
}

/**
 * The owner or his manager says yes or no. Yes gives the lead to who asked for it, if he has room. A lead that has gone
 * elsewhere meanwhile is not taken from there: the request lapses.
 */
export async function answerTakeover(
  { id, verdict, note }: Answer,
  step: Step,
): Promise<{ id: string; version: number }> {
  const request = await lockAnswerable(id, step);
  const stays = verdict === 'rejected' || (await loadPresentOwner(step, request.leadId)) === request.ownerId;
  const status = stays ? verdict : 'lapsed';
  if (status === 'approved')
    await moveLead(
      {
        id: request.leadId,
        to: { ownerId: request.requesterId },
        cause: 'takenOver',
        reason: 'takenOver',
        note,
        why: { zh: `接手申请经 ${step.actor.name} 同意`, en: `Take-over approved by ${step.actor.name}` },
      },
      step,
    );
  const version = await saveAnswer(step, request, status, note);
  await tell(request, status, note, step);
  return { id, version };
}

/** The yes of the owner or his manager. */
export function approveTakeover(
  { id, note }: Input<typeof contract.approveTakeover>,
  step: Step,
): Promise<Output<typeof contract.approveTakeover>> {
  return answerTakeover({ id, verdict: 'approved', note: note ?? null }, step);
}

/** The no, which must say why. */
export function rejectTakeover(
  { id, note }: Input<typeof contract.rejectTakeover>,
  step: Step,
): Promise<Output<typeof contract.rejectTakeover>> {
  return answerTakeover({ id, verdict: 'rejected', note }, step);
}

async function lockAnswerable(id: string, step: Step): Promise<Takeover> {
  const request = await lockTakeover(step, id);
  const { actor } = step;
  const person = { id: actor.id, isAdmin: may(actor, 'duplicates.rules') };
  const decided = decideAnswer(request, person, dayOf(step.now, actor.org.zone));
  if ('yes' in decided) return request;
  throw decided.no === 'not_yours' ? new Refusal('forbidden', 'forbidden') : new Refusal('rule', decided.no);
}

async function tell(
  request: Takeover,
  verdict: 'approved' | 'rejected' | 'lapsed',
  note: string | null,
  step: Step,
): Promise<void> {
  const why = note ? { zh: `：${note}`, en: `: ${note}` } : { zh: '', en: '' };
  const said = {
    approved: { zh: '已同意', en: 'was approved' },
    rejected: { zh: '被拒绝', en: 'was rejected' },
    lapsed: { zh: '已失效，线索已换负责人', en: 'lapsed: the lead has another owner' },
  }[verdict];
  const others = [request.requesterId, request.ownerId].filter((one) => one !== step.actor.id);
  await notify(
    {
      userIds: others,
      kind: 'takeoverDecided',
      object: 'takeovers',
      recordId: request.id,
      title: {
        zh: `接手「${request.title}」的申请${said.zh}${why.zh}`,
        en: `The request to take over ${request.title} ${said.en}${why.en}`,
      },
    },
    step,
  );
  await announce(step, takeoverDecided, {
    subject: request.id,
    about: [request.leadId],
    data: { takeoverId: request.id, leadId: request.leadId, verdict, note },
  });
}

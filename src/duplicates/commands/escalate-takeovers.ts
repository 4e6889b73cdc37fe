import { notify } from '#inbox/public.ts';
import type { Step } from '#kernel/command.ts';
import { dayOf } from '#kernel/values/day.ts';
import { escalateOverdue, loadDeciders } from '../store/takeovers.ts';

/** Three working days without an answer: from now on the manager decides alone, and hears of it. */
export async function escalateTakeovers(step: Step): Promise<number> {
  const overdue = await escalateOverdue(step, dayOf(step.now, step.actor.org.zone));
  for (const { id, title, managerId } of overdue)
    await notify(
      {
        userIds: managerId ? [managerId] : await loadDeciders(step),
        kind: 'takeoverEscalated',
        object: 'takeovers',
        recordId: id,
        title: {
          zh: `接手「${title}」的申请 3 个工作日没有答复，由你决定`,
          en: `The request to take over ${title} has had no answer for 3 working days: it is yours to decide`,
        },
      },
      step,
    );
  return overdue.length;
}

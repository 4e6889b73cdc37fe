import { notify } from '#inbox/public.ts';
import type { Step } from '#kernel/command.ts';
import { queueMail } from '#kernel/mail.ts';
import { publicUrl } from '#kernel/public-url.ts';
import { dayOf } from '#kernel/values/day.ts';
import { digestSentence } from '../rules/digest.ts';
import { warnedDueDays } from '../rules/warning.ts';
import { loadPolicy } from '../store/policy.ts';
import { countWarned, loadWarned, saveDigest } from '../store/warnings.ts';

/** Tells every owner once a day which of his leads are about to go: in the inbox, and by mail to who wants it. */
export async function warnOwners(step: Step): Promise<{ told: number }> {
  const { enabled, live } = await loadPolicy(step);
  if (!enabled || live === null) return { told: 0 };
  const today = dayOf(step.now, step.actor.org.zone);
  let told = 0;
  for (const { userId, lastDigest, email, locale, mail } of await loadWarned(step)) {
    const windows = warnedDueDays(today, lastDigest, live.warnDays);
    const near = await countWarned(step, userId, windows, live, today);
    const leads = near.reduce((sum, one) => sum + one.leads, 0);
    // A day without anything near is a digest too: what comes later is counted from here.
    if (!(await saveDigest(step, { userId, day: today, leads })) || leads === 0) continue;
    const title = digestSentence(near);
    await notify(
      { userIds: [userId], kind: 'leadsDueSoon', object: 'recycleSoon', recordId: userId, title },
      step,
    );
    told += 1;
    if (!mail) continue;
    const text = locale.startsWith('zh') ? title.zh : title.en;
    await queueMail(step, { to: [email], subject: text, text: `${text}\n\n${publicUrl()}/recycling/soon\n` });
  }
  return { told };
}

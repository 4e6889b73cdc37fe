import type { Step } from '#kernel/command.ts';
import { saveContacted, saveNextContact } from '../store/accounts.ts';

/** An activity was logged: last and next contact of every account and contact it was about follow it. */
export async function noteContacted(
  activity: { about: readonly string[]; happenedAt: string; nextContactAt: string | null },
  step: Step,
): Promise<void> {
  await saveContacted(step, activity.about, activity);
}

/** The next contact was planned or given up without an activity. */
export async function noteNextContact(
  plan: { subjectObject: string; subjectId: string; dueAt: string | null },
  step: Step,
): Promise<void> {
  if (plan.subjectObject === 'accounts') await saveNextContact(step, plan.subjectId, plan.dueAt);
}

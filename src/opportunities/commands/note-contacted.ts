import type { Step } from '#kernel/command.ts';
import { saveContacted, saveNextContact } from '../store/opportunities.ts';

/** An activity was logged: last and next contact of the deals it was about follow it. */
export async function noteContacted(
  activity: {
    subjectId: string;
    about: readonly string[];
    happenedAt: string;
    nextContactAt: string | null;
  },
  step: Step,
): Promise<void> {
  await saveContacted(step, activity);
}

/** The next contact was planned or given up without an activity. */
export async function noteNextContact(
  plan: { subjectObject: string; subjectId: string; dueAt: string | null },
  step: Step,
): Promise<void> {
  if (plan.subjectObject === 'opportunities') await saveNextContact(step, plan.subjectId, plan.dueAt);
}

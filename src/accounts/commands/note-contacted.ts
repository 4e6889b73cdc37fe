import type { Step } from '#kernel/command.ts';
import { saveContacted, saveNextContact } from '../store/accounts.ts';

/** Activities were logged: last and next contact of every account and contact they were about follow them, in order. */
export async function noteContacted(
  activities: readonly {
    readonly about: readonly string[];
    readonly happenedAt: string;
    readonly nextContactAt: string | null;
  }[],
  step: Step,
): Promise<void> {
  await saveContacted(
    step,
    activities.flatMap(({ about, happenedAt, nextContactAt }) =>
      about.map((id) => ({ id, happenedAt, nextContactAt })),
    ),
  );
}

/** The next contact was planned or given up without an activity. */
export async function noteNextContact(
  plan: { subjectObject: string; subjectId: string; dueAt: string | null },
  step: Step,
): Promise<void> {
  if (plan.subjectObject === 'accounts') await saveNextContact(step, plan.subjectId, plan.dueAt);
}

import type { Step } from '#kernel/command.ts';
import { saveContacted, saveNextContact } from '../store/opportunities.ts';

/** Activities were logged: last and next contact of the deals they were about follow them, in order. */
export async function noteContacted(
  activities: readonly {
    readonly subjectId: string;
    readonly about: readonly string[];
    readonly happenedAt: string;
    readonly nextContactAt: string | null;
  }[],
  step: Step,
): Promise<void> {
  await saveContacted(
    step,
    activities.flatMap(({ about, subjectId, happenedAt, nextContactAt }) =>
      about.map((id) => ({ id, own: id === subjectId, happenedAt, nextContactAt })),
    ),
  );
}

/** The next contact was planned or given up without an activity. */
export async function noteNextContact(
  plan: { subjectObject: string; subjectId: string; dueAt: string | null },
  step: Step,
): Promise<void> {
  if (plan.subjectObject === 'opportunities') await saveNextContact(step, plan.subjectId, plan.dueAt);
}

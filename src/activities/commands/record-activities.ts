import type { Step } from '#kernel/command.ts';
import { announceMany } from '#kernel/outbox.ts';
import { newId } from '#kernel/values/id.ts';
import { activityLogged } from '../events.ts';
import type { ActivityKind, ActivityResult, Subject } from '../model.ts';
import { saveActivities } from '../store/activities.ts';
import { type NewPlan, savePlans } from '../store/plans.ts';

export interface RecordedActivity {
  readonly subject: Subject;
  readonly kind: ActivityKind;
  readonly content: string | null;
  readonly result?: ActivityResult | null;
  readonly connected?: boolean | null;
  readonly durationSeconds?: number | null;
  readonly happenedAt: Date;
  readonly nextContactAt?: Date | null;
  readonly nextNote?: string | null;
}

/**
 * Writes down many activities of the actor in one go, each at its own time, for demo rows and files of other
 * systems. The subjects are the caller's to know and to have checked.
 */
export async function recordActivities(rows: readonly RecordedActivity[], step: Step): Promise<void> {
  const written = rows
    .map((row) => ({
      ...row,
      id: newId(),
      about: row.subject.about,
      contactId: row.subject.contactId,
      ownerId: step.actor.id,
      result: row.result ?? null,
      connected: row.kind === 'call' ? (row.connected ?? true) : null,
      durationSeconds: row.durationSeconds ?? null,
      nextContactAt: row.nextContactAt ?? null,
      backdated: false,
      writtenAt: row.happenedAt,
    }))
    .sort((one, other) => one.happenedAt.getTime() - other.happenedAt.getTime());
  await saveActivities(step, written);
  await savePlans(step, plansOf(written, step));
  await announceMany(
    step,
    activityLogged,
    written.map((row) => ({
      subject: row.id,
      about: row.about,
      at: row.happenedAt,
      data: {
        activityId: row.id,
        kind: row.kind,
        subjectObject: row.subject.object,
        subjectId: row.subject.id,
        happenedAt: row.happenedAt.toISOString(),
        nextContactAt: row.nextContactAt?.toISOString() ?? null,
        connected: row.connected,
        durationSeconds: row.durationSeconds,
        backdated: false,
      },
    })),
  );
}

/** What was planned by each activity is done by the next one with the same record. */
function plansOf(rows: readonly RecordedActivity[], { actor }: Step): NewPlan[] {
  const open = new Map<string, NewPlan>();
  const done: NewPlan[] = [];
  for (const row of rows) {
    const before = open.get(row.subject.id);
    if (before) done.push({ ...before, doneAt: row.happenedAt });
    open.delete(row.subject.id);
    if (!row.nextContactAt) continue;
    open.set(row.subject.id, {
      subject: row.subject,
      ownerId: row.subject.ownerId ?? actor.id,
      dueAt: row.nextContactAt,
      note: row.nextNote ?? null,
      plannedAt: row.happenedAt,
      doneAt: null,
    });
  }
  return [...done, ...open.values()];
}

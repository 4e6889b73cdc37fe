import type { Step } from '#kernel/command.ts';
import { announceMany } from '#kernel/outbox.ts';
import { newId } from '#kernel/values/id.ts';
import { activityLogged } from '../events.ts';
import type { ActivityKind, ActivityResult, Subject } from '../model.ts';
import { closePlan, openPlan, saveActivities } from '../store.ts';

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
 * Writes down many activities of the actor in one go, for demo rows and files of other systems. The subjects are
 * the caller's to know and to have checked; plans are kept only where a next contact is given.
 */
export async function recordActivities(rows: readonly RecordedActivity[], step: Step): Promise<void> {
  const written = rows.map((row) => ({
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
  }));
  await saveActivities(step, written);
  for (const row of written) {
    if (!row.nextContactAt) continue;
    await closePlan(step, row.subject.id, 'done');
    await openPlan(step, row.subject, { dueAt: row.nextContactAt, note: row.nextNote ?? null, slips: 0 });
  }
  await announceMany(
    step,
    activityLogged,
    written.map((row) => ({
      subject: row.id,
      about: row.about,
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

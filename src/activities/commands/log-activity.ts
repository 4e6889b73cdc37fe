import { gradeAccount } from '#accounts/public.ts';
import { orRefuse, type Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { newId } from '#kernel/values/id.ts';
import { Refusal } from '#kernel/values/refusal.ts';
import { cleanLongText } from '#kernel/values/text.ts';
import type * as contract from '../contract.ts';
import { activityLogged } from '../events.ts';
import { decideLog } from '../rules/logging.ts';
import { lockSubject, saveActivities } from '../store/activities.ts';
import { closePlan, openPlan } from '../store/plans.ts';

/**
 * Writes down what was done with a record, on whoever's behalf it is owned. What was planned for the record is
 * done with it; the next contact, when given, is planned for the record's owner.
 */
export async function logActivity(
  input: Input<typeof contract.logActivity>,
  step: Step,
): Promise<Output<typeof contract.logActivity>> {
  const { actor, now } = step;
  const subject = await lockSubject(step, input.subjectObject, input.subjectId);
  const contactId = input.contactId
    ? (await lockSubject(step, 'contacts', input.contactId)).id
    : subject.contactId;
  const happenedAt = input.happenedAt ? new Date(input.happenedAt) : now;
  const nextContactAt = input.nextContactAt ? new Date(input.nextContactAt) : null;
  const content = input.content ? cleanLongText(input.content) || null : null;
  const { kind, result = null, durationSeconds = null, connected = null } = input;
  const facts = { kind, content, result, durationSeconds };
  const decided = orRefuse(decideLog({ ...facts, connected, happenedAt, nextContactAt, now }));
  if (input.grade && !subject.accountId) throw new Refusal('rule', 'no_account');

  const id = newId();
  const about = [...new Set([...subject.about, ...(contactId ? [contactId] : [])])];
  await closePlan(step, subject.id, 'done');
  if (nextContactAt)
    await openPlan(step, subject, { dueAt: nextContactAt, note: input.nextNote ?? null, slips: 0 });
  const row = { ...facts, ...decided, id, subject, about, contactId, ownerId: actor.id };
  await saveActivities(step, [{ ...row, happenedAt, nextContactAt, writtenAt: now }]);
  if (input.grade && subject.accountId)
    await gradeAccount({ id: subject.accountId, grade: input.grade }, step);
  await announce(step, activityLogged, {
    subject: id,
    about,
    data: {
      activityId: id,
      kind,
      subjectObject: subject.object,
      subjectId: subject.id,
      happenedAt: happenedAt.toISOString(),
      nextContactAt: nextContactAt?.toISOString() ?? null,
      durationSeconds,
      ...decided,
    },
  });
  return { id, version: 1 };
}

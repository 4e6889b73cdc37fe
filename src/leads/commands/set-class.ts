import type { Step } from '#kernel/command.ts';
import type { Words } from '#kernel/fields.ts';
import { announceMany } from '#kernel/outbox.ts';
import { leadClassed } from '../events.ts';
import { saveClasses } from '../store/grading.ts';

/** What a lead's class becomes, and why, in words. */
export interface LeadClassing {
  readonly id: string;
  readonly class: string | null;
  /** The rule that says so; null: no rule fits, or a person said it. */
  readonly ruleId: string | null;
  /** A person pins the class, or (with the class by rule) takes the pin away. */
  readonly byHand?: boolean;
  readonly why: Words | null;
  /** When, if not now: histories brought in from elsewhere. */
  readonly at?: Date;
}

/**
 * Gives leads their class, by rule or by hand, and writes every change into the timeline. A rule never goes over
 * what a person has pinned. Returns how many changed.
 */
export async function setClass(rows: readonly LeadClassing[], step: Step): Promise<number> {
  const asked = new Map(rows.map((row) => [row.id, row]));
  const saved = await saveClasses(
    step,
    rows.map(({ id, class: to, ruleId, byHand = false }) => ({ id, class: to, ruleId, byHand })),
  );
  const told = saved.filter(({ before, after, byHand }) => byHand || before !== after);
  await announceMany(
    step,
    leadClassed,
    told.map(({ id, before, after, ruleId, byHand, wasPinned }) => {
      const pinned = byHand && after !== null && ruleId === null;
      return {
        subject: id,
        at: asked.get(id)?.at,
        changes: {
          ...(before === after ? {} : { class: [before, after] as const }),
          ...(wasPinned === pinned ? {} : { classPinned: [wasPinned, pinned] as const }),
        },
        data: { class: after, ruleId, pinned, why: asked.get(id)?.why ?? null },
      };
    }),
  );
  return told.length;
}

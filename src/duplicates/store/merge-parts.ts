import { moveActivities, movePlans } from '#activities/public.ts';
import type { Step } from '#kernel/command.ts';
import type { Words } from '#kernel/fields.ts';
import { countFilesOf, moveFilesBack, moveFilesOf } from '#kernel/files/rows.ts';
import { leadTouchesMoving } from '#leads/public.ts';

export interface MovedRow {
  readonly id: string;
  readonly from: string;
}

/** One kind of thing that belongs to leads and goes along when they become one. */
export interface MergePart {
  /** Stored with every merge: never rename it. */
  readonly key: string;
  readonly label: Words;
  readonly count: (of: readonly string[], step: Step) => Promise<number>;
  readonly move: (
    from: readonly string[],
    to: { readonly id: string; readonly name: string },
    step: Step,
  ) => Promise<readonly MovedRow[]>;
  readonly moveBack: (moved: readonly MovedRow[], winnerId: string, step: Step) => Promise<void>;
}

const parts = new Map<string, MergePart>();

/** A slice says what of its own hangs on leads. Called at start. */
export function keepMergePart(part: MergePart): void {
  parts.set(part.key, part);
}

/** Everything that goes along, in one order for everybody. */
export function mergeParts(): readonly MergePart[] {
  return [...parts.values()];
}

keepMergePart({
  key: 'activities',
  label: { zh: '跟进', en: 'Activities' },
  ...moveActivities,
});
keepMergePart({
  key: 'plans',
  label: { zh: '下次联系', en: 'Next contact' },
  count: async () => 0,
  ...movePlans,
});
keepMergePart({
  key: 'files',
  label: { zh: '附件', en: 'Files' },
  count: (of, step) => countFilesOf(step, 'leads', of),
  move: (from, to, step) => moveFilesOf(step, 'leads', from, to.id),
  moveBack: (moved, winnerId, step) => moveFilesBack(step, moved, winnerId),
});
keepMergePart({
  key: 'touches',
  label: { zh: '来访触点', en: 'Touches' },
  count: leadTouchesMoving.count,
  move: (from, to, step) => leadTouchesMoving.move(from, to.id, step),
  moveBack: (moved, _winnerId, step) => leadTouchesMoving.moveBack(moved, step),
});

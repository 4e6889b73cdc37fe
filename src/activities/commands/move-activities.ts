import type { Step } from '#kernel/command.ts';
import {
  countActivitiesOf,
  moveActivitiesBackTo,
  moveActivitiesOf,
  movePlansBack,
  movePlansOf,
} from '../store/merging.ts';

/** What was done with records that become part of another goes there too, and back when that is undone. */
export const moveActivities = {
  count: (of: readonly string[], step: Step) => countActivitiesOf(step, of),
  move: (from: readonly string[], to: { readonly id: string; readonly name: string }, step: Step) =>
    moveActivitiesOf(step, from, to),
  moveBack: (moved: readonly { readonly id: string; readonly from: string }[], to: string, step: Step) =>
    moveActivitiesBackTo(step, moved, to),
};

/** The same for what was planned: one record has one plan, so the winner's own stands, else the earliest. */
export const movePlans = {
  move: (from: readonly string[], to: { readonly id: string; readonly name: string }, step: Step) =>
    movePlansOf(step, from, to),
  moveBack: (moved: readonly { readonly id: string; readonly from: string }[], to: string, step: Step) =>
    movePlansBack(step, moved, to),
};

import type { Step } from '#kernel/command.ts';
import { type RecycleClock, saveRecycleClocks, stopRecycleClocks } from '../store/recycling.ts';

/** Says by which rule leads are recycled, as of which version of the rules. Only what differs need be passed. */
export function setRecycleClocks(
  { clocks, seen }: { clocks: readonly RecycleClock[]; seen: number },
  step: Step,
): Promise<void> {
  return saveRecycleClocks(step, clocks, seen);
}

/** Stops clocks a piece at a time, keeping what was left of them; null when there are no more. */
export function stopClocks(
  piece: { after: string | null; pausedOn: string; atMost: number },
  step: Step,
): Promise<string | null> {
  return stopRecycleClocks(step, piece);
}

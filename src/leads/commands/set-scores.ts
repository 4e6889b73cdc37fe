import type { Step } from '#kernel/command.ts';
import { type ScoreToSave, saveScores } from '../store/grading.ts';

/** Gives leads their score, 0 to 100, with its reasons and who made it: rules or model. No fact, no new version. */
export async function setScores(rows: readonly ScoreToSave[], step: Step): Promise<void> {
  await saveScores(step, rows);
}

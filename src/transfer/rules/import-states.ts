import { type Decision, no, yes } from '#kernel/values/refusal.ts';
import type { ImportStatus } from '../model.ts';

/** What may be done to an import in each state, and where it leads. */
const moves = {
  plan: { draft: 'checking', checking: 'checking', checked: 'checking' },
  checked: { checking: 'checked' },
  run: { checked: 'running' },
  finish: { running: 'done' },
  cancel: { running: 'cancelled' },
  fail: { running: 'failed', checking: 'failed' },
  undo: { done: 'undoing', cancelled: 'undoing', failed: 'undoing' },
  undone: { undoing: 'undone' },
} as const satisfies Readonly<Record<string, Readonly<Partial<Record<ImportStatus, ImportStatus>>>>>;

export type ImportMove = keyof typeof moves;

/** Decides whether an import may take a step now, and gives its next state. */
export function decideMove(status: ImportStatus, move: ImportMove): Decision<ImportStatus, 'wrong_state'> {
  const next = (moves[move] as Readonly<Partial<Record<ImportStatus, ImportStatus>>>)[status];
  return next ? yes(next) : no('wrong_state', { status });
}

/** Whether an import is at work and its numbers still move. */
export function isAtWork(status: ImportStatus): boolean {
  return status === 'checking' || status === 'running' || status === 'undoing';
}

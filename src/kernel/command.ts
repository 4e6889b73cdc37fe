import type { Actor } from './access.ts';
import type { Tx } from './db.ts';
import { badInput, type Decision, Refusal } from './values/refusal.ts';

export type Source = 'ui' | 'api' | 'import' | 'automation' | 'system' | 'demo';

/** What a command or query is given beside its input: who, when (database time), and the open transaction. */
export interface Step {
  readonly actor: Actor;
  readonly now: Date;
  readonly tx: Tx;
  readonly source: Source;
  readonly requestId: string | null;
}

/** Takes a rule's yes, or stops the command with its reason (409). */
export function orRefuse<Yes>(decision: Decision<Yes>): Yes {
  if ('yes' in decision) return decision.yes;
  throw new Refusal('rule', decision.no, { detail: decision.detail });
}

/** The same for rules about who may (403): the reason is a missing right, not the state of the world. */
export function orForbid<Yes>(decision: Decision<Yes>): Yes {
  if ('yes' in decision) return decision.yes;
  throw new Refusal('forbidden', decision.no, { detail: decision.detail });
}

/** The same for rules about one value that was sent (422, under its field). */
export function orBadInput<Yes>(field: string, decision: Decision<Yes>): Yes {
  if ('yes' in decision) return decision.yes;
  throw badInput([{ field, code: decision.no, detail: decision.detail }]);
}

/** A stale edit: somebody saved in between. The caller gets the present values (409). */
export function stale(current: unknown): Refusal {
  return new Refusal('stale', 'stale_version', { current });
}

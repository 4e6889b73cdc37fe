import { type Decision, no, yes } from '#kernel/values/refusal.ts';

export const keysAtMost = 50;

/** Decides whether a person may have one more API key, limited to these permissions (none listed: all of his own). */
export function decideKey(
  held: number,
  scopes: readonly string[],
  own: ReadonlySet<string>,
): Decision<true, 'too_many_keys' | 'not_your_permission'> {
  if (held >= keysAtMost) return no('too_many_keys', { max: keysAtMost });
  const foreign = scopes.find((scope) => !own.has(scope));
  return foreign === undefined ? yes(true) : no('not_your_permission', { permission: foreign });
}

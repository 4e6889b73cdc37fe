import { type Condition, isGroup, type Rule } from './tree.ts';

/** What a reader makes of the parts of a condition. */
export interface Folding<T> {
  rule(rule: Rule): T;
  all(parts: readonly T[]): T;
  any(parts: readonly T[]): T;
  not(part: T): T;
}

/**
 * Walks a condition from the leaves up, the same way for every reader.
 *
 * A group without rules says nothing: it is left out, and its `not` with it, so that adding an empty
 * group in the editor never widens an `or` nor empties a list. Undefined: the whole condition says nothing
 * and so holds for every record.
 */
export function foldCondition<T>(condition: Condition, folding: Folding<T>): T | undefined {
  if (!isGroup(condition)) return folding.rule(condition);
  const parts: T[] = [];
  for (const rule of condition.rules) {
    const part = foldCondition(rule, folding);
    if (part !== undefined) parts.push(part);
  }
  const [first] = parts;
  if (first === undefined) return undefined;
  const joined =
    parts.length === 1 ? first : condition.combinator === 'and' ? folding.all(parts) : folding.any(parts);
  return condition.not ? folding.not(joined) : joined;
}

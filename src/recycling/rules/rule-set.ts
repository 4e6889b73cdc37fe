import type { Condition } from '#kernel/conditions/tree.ts';
import type { RuleOf, RuleSetOf } from '../model.ts';

export type RecycleRule = RuleOf<Condition>;
export type RuleSet = RuleSetOf<Condition>;

/** What an organisation starts with, as a draft: seven days without a follow-up, everything sensible exempt. */
export function firstRules(id: string): RuleSet {
  return {
    rules: [{ id, name: '7 天未跟进', poolIds: [], condition: null, trigger: 'notFollowed', days: 7 }],
    exemptions: ['protected', 'openDeal', 'contract', 'unpaid', 'approval', 'plan', 'nurture'],
    planDays: 14,
    nightShare: 20,
    warnDays: [7, 3, 1],
  };
}

/** The same text for the same rules, whoever wrote them down and in which order of keys: what was seen is what is meant. */
export function fingerprint(set: RuleSet): string {
  return JSON.stringify(sorted({ ...set, exemptions: [...set.exemptions].sort() }));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

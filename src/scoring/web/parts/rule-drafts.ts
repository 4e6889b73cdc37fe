import { useMemo } from 'react';
import { plainCondition } from '#kernel/conditions/plain.ts';
import { countRules } from '#kernel/conditions/schema.ts';
import { type Condition, isGroup } from '#kernel/conditions/tree.ts';
import { newId } from '#kernel/values/id.ts';
import { filterFields } from '#kernel/web/catalogue.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import { useDefinition } from '#kernel/web/session.ts';
import { leadObject } from '#leads/fields.ts';
import type { FieldSpec } from '#ui/field-spec.ts';
import { type FilterGroup, isComplete, isFilterGroup } from '#ui/filter-types.ts';

const ofItself = {
  class: ['class', 'classPinned'],
  score: ['class', 'classPinned', 'score', 'scoreBand'],
} as const;

/** The fields that a rule may ask for: those that the reader may filter by, less what would turn in a circle. */
export function useRuleFields(kind: keyof typeof ofItself): readonly FieldSpec[] {
  const locale = localePreference.use();
  const { definition, rights } = useDefinition(leadObject);
  return useMemo(() => {
    const left: readonly string[] = ofItself[kind];
    const fields = definition.fields.filter((field) => !field.costly && !left.includes(field.key));
    return filterFields({ ...definition, fields }, locale, rights);
  }, [definition, rights, locale, kind]);
}

/** A rule as it is being edited; `condition` null: it asks for a field that the reader may not see. */
export interface DraftRule {
  readonly id: string;
  readonly condition: FilterGroup | null;
  readonly readable: boolean;
}

/** A condition as the editor takes it: always a group. */
export function asGroup(told: unknown): FilterGroup | null {
  if (told === null) return null;
  // The contract says only that it is a condition; its tree has no bottom for types.
  const condition = told as Condition;
  return (isGroup(condition) ? condition : { combinator: 'and', rules: [condition] }) as FilterGroup;
}

export function emptyDraft(): DraftRule {
  return { id: newId(), condition: { combinator: 'and', rules: [] }, readable: true };
}

/** Whether every condition has all it needs, and says something. */
export function isFinished(rules: readonly DraftRule[]): boolean {
  const whole = (group: FilterGroup): boolean =>
    group.rules.every((part) => (isFilterGroup(part) ? whole(part) : isComplete(part)));
  return rules.every(
    ({ condition }) => condition !== null && countRules(condition as Condition) > 0 && whole(condition),
  );
}

/** What the server is told. */
export function sentCondition({ condition }: DraftRule): Condition {
  return plainCondition(condition as Condition);
}

export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = list.filter((_, at) => at !== from);
  return [...rest.slice(0, to), list[from] as T, ...rest.slice(to)];
}

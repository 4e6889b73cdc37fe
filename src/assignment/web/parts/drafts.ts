import { useEffect, useMemo, useState } from 'react';
import { plainCondition } from '#kernel/conditions/plain.ts';
import type { Condition } from '#kernel/conditions/tree.ts';
import type { Output, Sent } from '#kernel/contract.ts';
import { newId } from '#kernel/values/id.ts';
import { filterFields } from '#kernel/web/catalogue.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import { useDefinition } from '#kernel/web/session.ts';
import { leadObject } from '#leads/fields.ts';
import type { FieldSpec } from '#ui/field-spec.ts';
import { type FilterGroup, isComplete, isFilterGroup } from '#ui/filter-types.ts';
import type { listRules, simulateRules } from '../../contract.ts';

export type Listed = Output<typeof listRules>;
export type SentRules = Sent<typeof simulateRules>['rules'];

/** A rule as it is being edited; its condition always a group, empty for every lead. */
export type Draft = Omit<Listed['items'][number], 'condition' | 'id' | 'version' | 'position'> & {
  readonly key: string;
  readonly id: string | null;
  readonly condition: FilterGroup;
};

export function draftsOf({ items }: Listed): Draft[] {
  return items.map(({ version: _version, position: _position, condition, ...rule }) => ({
    ...rule,
    key: rule.id,
    condition: asGroup(condition),
  }));
}

/** A condition as the editor takes it; none is a group without conditions. */
export function asGroup(given: unknown): FilterGroup {
  const condition = given as Condition | null;
  if (condition === null) return { combinator: 'and', rules: [] };
  return ('combinator' in condition ? condition : { combinator: 'and', rules: [condition] }) as FilterGroup;
}

export function sentCondition(group: FilterGroup): Condition | null {
  return group.rules.length === 0 ? null : plainCondition(group as Condition);
}

export function emptyDraft(name: string): Draft {
  return {
    ...{
      key: newId(),
      id: null,
      name,
      enabled: true,
      waysIn: null,
      condition: asGroup(null),
      method: 'rotation',
    },
    ...{
      tableField: null,
      tableRows: [],
      poolId: null,
      whenNobody: 'wait',
      members: [],
      waiting: 0,
      dealt30: 0,
    },
  };
}

/** The list as the server takes it; null while a rule is not finished. */
export function sentRules(drafts: readonly Draft[]): SentRules | null {
  if (!drafts.every(isFinished)) return null;
  return drafts.map(({ key: _key, waiting: _waiting, dealt30: _dealt, condition, ...rule }) => ({
    ...rule,
    name: rule.name.trim(),
    condition: sentCondition(condition),
    members: rule.method === 'pool' ? [] : rule.members,
    tableField: rule.method === 'table' ? rule.tableField : null,
    tableRows: rule.method === 'table' ? rule.tableRows : [],
  }));
}

/** Whether every part of a condition has all it needs. */
export function isWhole(group: FilterGroup): boolean {
  return group.rules.every((part) => (isFilterGroup(part) ? isWhole(part) : isComplete(part)));
}

function isFinished({ name, condition, method, members, tableField, tableRows }: Draft): boolean {
  if (name.trim() === '' || !isWhole(condition)) return false;
  if (method === 'pool') return true;
  if (method !== 'table') return members.length > 0;
  const filled = (values: readonly string[], rowNo: number) =>
    values.length > 0 && members.some((member) => member.rowNo === rowNo);
  return tableField !== null && tableRows.length > 0 && tableRows.every(filled);
}

export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const one = list[from];
  if (one === undefined) return [...list];
  const rest = list.filter((_, at) => at !== from);
  return [...rest.slice(0, to), one, ...rest.slice(to)];
}

/** The fields of leads that a rule may ask for: what a lead brings along, custom fields included. */
export function useLeadFields(): readonly FieldSpec[] {
  const locale = localePreference.use();
  const { definition, rights } = useDefinition(leadObject);
  return useMemo(() => {
    const fields = definition.fields.filter((field) => field.expression === undefined);
    return filterFields({ ...definition, fields }, locale, rights);
  }, [definition, rights, locale]);
}

const pauseMs = 600;

/** A draft that has stood still for a moment; what is unfinished (null) does not replace the last whole one. */
export function useSettled<T>(draft: T | null): T | null {
  const [settled, setSettled] = useState(draft);
  const text = JSON.stringify(draft);
  useEffect(() => {
    if (text === 'null') return undefined;
    const timer = setTimeout(() => setSettled(JSON.parse(text) as T), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

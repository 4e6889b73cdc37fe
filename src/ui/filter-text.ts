import { fullDayText } from '#kernel/values/date-text.ts';
import { compactMoneyText } from '#kernel/values/money-text.ts';
import { numberText } from '#kernel/values/number-text.ts';
import type { FieldSpec } from './field-spec.ts';
import { type FilterOperator, type FilterRule, type FilterValue, me, valueShape } from './filter-types.ts';
import { type UiSettings, useUi } from './ui-context.ts';
import { useNames } from './use-names.ts';
import type { UiWords } from './words.zh.ts';

function isDated(field: Pick<FieldSpec, 'kind'>): boolean {
  return field.kind === 'date' || field.kind === 'datetime';
}

export function operatorText(
  field: Pick<FieldSpec, 'kind'>,
  operator: FilterOperator,
  words: UiWords,
): string {
  const dated: Partial<Record<FilterOperator, string>> = isDated(field) ? words.dateOperators : {};
  return dated[operator] ?? words.operators[operator];
}

function oneText(
  field: FieldSpec,
  value: string | number | boolean,
  names: Readonly<Record<string, string>>,
  ui: UiSettings,
) {
  const text = String(value);
  if (text === me) return ui.words.me;
  if (typeof value === 'boolean') return value ? ui.words.yes : ui.words.no;
  const choice = field.choices?.find((one) => one.key === text);
  if (choice) return choice.label;
  if (field.kind === 'money') return compactMoneyText(text, { lang: ui.locale, currency: field.currency });
  if (isDated(field)) return fullDayText(text.slice(0, 10), ui.locale);
  if (field.kind === 'user' || field.kind === 'reference') return names[text] ?? '…';
  return ['integer', 'number', 'percent'].includes(field.kind) ? numberText(text) : text;
}

function idsOf(field: FieldSpec, value: FilterValue | undefined): string[] {
  if (field.kind !== 'user' && field.kind !== 'reference') return [];
  return (Array.isArray(value) ? value : [value]).flatMap((one) => (one ? [String(one)] : []));
}

/** The value of a condition in words: `已转化、无效`, `本周`, `7 天`. */
export function useValueText(field: FieldSpec, rule: FilterRule): string {
  const ui = useUi();
  const { value, operator } = rule;
  const names = useNames(field.kind === 'user' ? 'users' : (field.reference ?? ''), idsOf(field, value));
  const shape = valueShape(operator);
  if (shape === 'none' || value === undefined || value === null) return '';
  if (shape === 'days') return `${String(value)} ${ui.words.days}`;
  if (shape === 'period') return ui.words.periods[String(value) as keyof UiWords['periods']] ?? String(value);
  if (!Array.isArray(value)) return oneText(field, value as string | number | boolean, names, ui);
  const parts = value.map((one: string | number) => oneText(field, one, names, ui));
  return shape === 'two' ? parts.join(` ${ui.words.and2} `) : parts.join(ui.locale === 'zh' ? '、' : ', ');
}

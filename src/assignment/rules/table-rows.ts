import { regionOf } from '#kernel/values/regions.ts';
import { foldForSearch } from '#kernel/values/text.ts';
import type { AssignmentRule } from './assignment-rule.ts';

/** The value of a field of a lead, custom ones included. */
function fieldValue(values: Readonly<Record<string, unknown>>, key: string): unknown {
  if (!key.startsWith('custom.')) return values[key];
  return (values.custom as Readonly<Record<string, unknown>> | undefined)?.[key.slice('custom.'.length)];
}

/**
 * The line of a rule's table that a lead falls into, from the top; null when none fits. A region is understood: a line
 * that says 浙江 takes 杭州 too, but one that says 杭州 stands for the city alone.
 */
export function tableRowOf(
  rule: Pick<AssignmentRule, 'tableField' | 'tableRows'>,
  values: Readonly<Record<string, unknown>>,
): number | null {
  if (rule.tableField === null) return null;
  const value = fieldValue(values, rule.tableField);
  if (value === null || value === undefined || value === '') return null;
  const known = rows.get(rule.tableRows) ?? new Map<string, number | null>();
  rows.set(rule.tableRows, known);
  const key = `${rule.tableField} ${Array.isArray(value) ? value.join('\n') : String(value)}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const row = findRow(rule.tableRows, value, rule.tableField === 'region');
  known.set(key, row);
  return row;
}

// A file has ten thousand leads and fifty cities.
const rows = new WeakMap<AssignmentRule['tableRows'], Map<string, number | null>>();

function findRow(tableRows: AssignmentRule['tableRows'], value: unknown, isRegion: boolean): number | null {
  const texts = (Array.isArray(value) ? value : [value]).map((one) => foldForSearch(String(one)));
  const region = isRegion ? regionOf(String(value)) : null;
  const found = tableRows.findIndex((names) =>
    names.some(
      (name) => texts.includes(foldForSearch(name)) || (region !== null && coversRegion(name, region)),
    ),
  );
  return found < 0 ? null : found;
}

function coversRegion(
  name: string,
  region: { readonly province: string; readonly city: string | null },
): boolean {
  const named = regionOf(name);
  if (!named) return false;
  return named.province === region.province && (named.city === null || named.city === region.city);
}

import type { Field } from '#kernel/fields.ts';
import { normaliseEmail } from '#kernel/values/email.ts';
import { normalisePhone } from '#kernel/values/phone.ts';
import { foldHeader } from './fold-header.ts';
import { namesOf } from './suggesting-columns.ts';

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Finds the row that names the columns, past any title above it: the one of the first ten with most known names. Without
 * any known name the first row is it unless it holds data (a phone, an address, a number); then there is none (0).
 */
export function findHeader(rows: readonly Row[], fields: readonly Field[]): number {
  const names = new Set(fields.flatMap(namesOf));
  let best = { line: 0, hits: 0 };
  for (const { line, cells } of rows.slice(0, 10)) {
    const hits = cells.filter((cell) => names.has(foldHeader(cell))).length;
    if (hits > best.hits) best = { line, hits };
  }
  const [first] = rows;
  if (best.hits >= 2 || (best.hits === 1 && best.line === first?.line)) return best.line;
  return first && !first.cells.some(isData) ? first.line : 0;
}

function isData(cell: string): boolean {
  const text = cell.trim();
  return /^[\d.,/:-]+$/.test(text) || normalisePhone(text) !== null || normaliseEmail(text) !== null;
}

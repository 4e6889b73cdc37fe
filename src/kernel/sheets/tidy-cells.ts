import { badFile, sheetLimits } from './sheet.ts';

/** Makes cells storable: no NUL, no half characters, not longer than Excel's; empty ones at the end fall off. */
export function tidyCells(cells: readonly string[]): string[] {
  let width = cells.length;
  while (width > 0 && cells[width - 1]?.trim() === '') width -= 1;
  if (width > sheetLimits.columns) throw badFile('too_many_columns', { max: sheetLimits.columns });
  const tidy: string[] = [];
  for (let at = 0; at < width; at += 1) tidy.push(tidyCell(cells[at] ?? ''));
  return tidy;
}

function tidyCell(cell: string): string {
  const cut = cell.length > sheetLimits.cellChars ? cell.slice(0, sheetLimits.cellChars) : cell;
  const whole = cut.includes('\u0000') ? cut.replaceAll('\u0000', '') : cut;
  return whole.isWellFormed() ? whole : whole.toWellFormed();
}

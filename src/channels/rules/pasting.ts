import { isMoney } from '#kernel/values/money.ts';

/** What was typed as an amount: with or without separators, at most two decimals, not below zero; undefined if it is none. */
export function readAmount(text: string): string | undefined {
  const plain = text.replace(/[,，\s¥￥]/g, '').replace(/^[-—]$/, '') || '0';
  if (!isMoney(plain) || plain.startsWith('-')) return undefined;
  const [whole = '0', part = ''] = plain.split('.');
  return `${whole.replace(/^0+(?=\d)/, '')}.${part.padEnd(2, '0')}`;
}

/** A block copied from a spreadsheet: rows of cells; null when it is only one value. */
export function readBlock(text: string): string[][] | null {
  const rows = text
    .replace(/\r\n?/g, '\n')
    .replace(/\n+$/, '')
    .split('\n')
    .map((row) => row.split('\t'));
  return rows.length > 1 || (rows[0]?.length ?? 0) > 1 ? rows : null;
}

/** The number of a receipt: `SK-2026-0042`. */
export function receiptNumber(year: number, count: number): string {
  return `SK-${year}-${String(count).padStart(4, '0')}`;
}

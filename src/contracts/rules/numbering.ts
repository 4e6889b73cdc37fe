/** The number people know a contract by: `HT-2026-0042`. It grows beyond four digits rather than start again. */
export function contractNumber(year: number, count: number): string {
  return `HT-${year}-${String(count).padStart(4, '0')}`;
}

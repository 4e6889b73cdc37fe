import {
  compareMoney,
  isPositiveMoney,
  type Money,
  smallerMoney,
  subtractMoney,
} from '#kernel/values/money.ts';
import type { AllocationLine, SuggestionReason } from '../model.ts';

/** An open receivable of the payer, in the currency of the receipt. */
export interface OpenLine {
  readonly receivableId: string;
  readonly contractNumber: string | null;
  readonly dueOn: string;
  readonly open: Money;
}

export interface Suggestion {
  readonly reason: SuggestionReason;
  readonly contractNumber: string | null;
  readonly lines: readonly AllocationLine[];
  /** What would stay as the customer's prepayment. */
  readonly prepaid: Money;
}

/**
 * Proposes how to use a receipt. The bank's memo names a contract: its lines; else the amount is exactly that of one
 * open line: that one; else the oldest due first, across contracts. Inside a named contract an exact line wins too,
 * and money beyond the contract goes on to the oldest of the others. Nothing open: all of it is prepayment.
 */
export function suggestAllocation(request: {
  readonly remaining: Money;
  readonly memo: string | null;
  readonly lines: readonly OpenLine[];
}): Suggestion {
  const { remaining } = request;
  const open = [...request.lines].sort(byDue);
  if (open.length === 0 || !isPositiveMoney(remaining))
    return { reason: 'nothingOpen', contractNumber: null, lines: [], prepaid: remaining };
  const contractNumber = numberInMemo(request.memo, open);
  const named = open.filter((line) => line.contractNumber === contractNumber);
  const exact = onlyExact(contractNumber ? named : open, remaining);
  const order = exact
    ? [exact]
    : contractNumber
      ? [...named, ...open.filter((one) => !named.includes(one))]
      : open;
  const { lines, left } = pour(remaining, order);
  const reason = exact ? 'exactAmount' : contractNumber ? 'contractNumber' : 'oldestDue';
  return { reason, contractNumber, lines, prepaid: left };
}

function byDue(a: OpenLine, b: OpenLine): number {
  if (a.dueOn !== b.dueOn) return a.dueOn < b.dueOn ? -1 : 1;
  return a.receivableId < b.receivableId ? -1 : 1;
}

function onlyExact(lines: readonly OpenLine[], amount: Money): OpenLine | undefined {
  const same = lines.filter((line) => compareMoney(line.open, amount) === 0);
  return same.length === 1 ? same[0] : undefined;
}

/** People write HT2026-0418, ht 2026 0418 and 合同HT-2026-0418: letters and digits are what counts. */
function numberInMemo(memo: string | null, lines: readonly OpenLine[]): string | null {
  if (!memo) return null;
  const written = essence(memo);
  const numbers = lines.flatMap((line) => (line.contractNumber ? [line.contractNumber] : []));
  // the longest first: HT-2026-00011 must not be read as HT-2026-0001
  const found = [...new Set(numbers)]
    .sort((a, b) => b.length - a.length)
    .find((number) => new RegExp(`${essence(number)}(?!\\d)`).test(written));
  return found ?? null;
}

function essence(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, (gap) => (/[\p{L},;，；、]/u.test(gap) ? '|' : ''));
}

function pour(amount: Money, lines: readonly OpenLine[]): { lines: AllocationLine[]; left: Money } {
  let left = amount;
  const used: AllocationLine[] = [];
  for (const line of lines) {
    if (!isPositiveMoney(left)) break;
    const part = smallerMoney(left, line.open);
    used.push({ receivableId: line.receivableId, amount: part });
    left = subtractMoney(left, part);
  }
  return { lines: used, left };
}

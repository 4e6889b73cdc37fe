import { useState } from 'react';
import type { Output } from '#kernel/contract.ts';
import {
  compareMoney,
  isMoney,
  isPositiveMoney,
  money,
  subtractMoney,
  sumMoney,
} from '#kernel/values/money.ts';
import type { suggestAllocation } from '../../contract.ts';

export type Suggestion = Output<typeof suggestAllocation>;
export type SuggestedLine = Suggestion['lines'][number];

export interface AllocationDraft {
  readonly amountOf: (line: SuggestedLine) => string;
  readonly set: (line: SuggestedLine, amount: string | null) => void;
  readonly isPicked: (line: SuggestedLine) => boolean;
  readonly pick: (line: SuggestedLine, picked: boolean) => void;
  readonly used: string;
  readonly rest: string;
  readonly tooMuch: boolean;
  readonly lineTooMuch: SuggestedLine | undefined;
  readonly sent: { readonly receivableId: string; readonly amount: string }[];
}

/** The amounts being typed, starting from the proposal; sums by the same exact arithmetic as the server. */
export function useAllocation({ lines, remaining }: Suggestion): AllocationDraft {
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const amountOf = (line: SuggestedLine) => {
    const text = typed[line.receivableId] ?? line.suggested;
    return isMoney(text) ? money(text) : '0.00';
  };
  const set = (line: SuggestedLine, amount: string | null) =>
    setTyped((now) => ({ ...now, [line.receivableId]: amount ?? '0.00' }));
  const used = sumMoney(lines.map(amountOf));
  const rest = subtractMoney(remaining, used);
  return {
    amountOf,
    set,
    isPicked: (line) => isPositiveMoney(amountOf(line)),
    pick: (line, picked) => {
      if (!picked) return set(line, '0.00');
      const free = isPositiveMoney(rest) ? rest : '0.00';
      set(line, compareMoney(free, line.open) < 0 ? free : line.open);
    },
    used,
    rest,
    tooMuch: compareMoney(used, remaining) > 0,
    lineTooMuch: lines.find((line) => compareMoney(amountOf(line), line.open) > 0),
    sent: lines
      .filter((line) => isPositiveMoney(amountOf(line)))
      .map((line) => ({ receivableId: line.receivableId, amount: amountOf(line) })),
  };
}

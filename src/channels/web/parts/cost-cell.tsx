import { Input } from 'antd';
import { useState } from 'react';
import { moneyText } from '#kernel/values/money-text.ts';
import { isProblem, useAct } from '#kernel/web/use-operation.ts';
import { useToasts } from '#ui/toast.tsx';
import { setCost } from '../../contract.ts';
import { readAmount, readBlock } from '../../rules/pasting.ts';
import { words } from './channel-words.ts';

/** Room for 9,999,999.99. */
const cellWidth = 100;

export interface CostPlace {
  readonly channel: string;
  readonly campaignId: string | null;
  /** 2026-11 */
  readonly month: string;
}

interface CellProps {
  readonly place: CostPlace;
  readonly name: string;
  readonly amount: string | null;
  readonly currency: string;
  /** A block from a spreadsheet, to be laid down from this cell on. */
  readonly onBlock: (block: readonly (readonly string[])[]) => void;
}

/** One month's cost: typed, saved on leaving, taken back on undo. A refused value stays and says why. */
export function CostCell({ place, name, amount, currency, onBlock }: CellProps) {
  const w = words.use();
  const toasts = useToasts();
  const save = useAct(setCost);
  const before = amount ?? '0.00';
  const [typed, setTyped] = useState<string | undefined>();
  const shown = typed ?? (Number(before) === 0 ? '' : moneyText(before, currency).replace(/^[^\d]+/, ''));
  const wrong = typed !== undefined && readAmount(typed) === undefined;
  async function keep() {
    if (typed === undefined || wrong) return;
    const next = readAmount(typed) ?? before;
    if (next !== before) {
      const answer = await save({ ...place, amount: next, was: before } as never);
      if (!isProblem(answer))
        toasts.show({
          text: w('saved', { name, month: place.month, amount: moneyText(next, currency) }),
          onUndo: () => save({ ...place, amount: before, was: next } as never).then(() => undefined),
        });
    }
    setTyped(undefined);
  }
  return (
    <Input
      size="small"
      variant="borderless"
      inputMode="decimal"
      className="yd-num"
      style={{ textAlign: 'right', minWidth: cellWidth }}
      aria-label={w('costOf', { name, month: place.month })}
      status={wrong ? 'error' : undefined}
      title={wrong ? w('notMoney') : undefined}
      value={shown}
      placeholder="—"
      onFocus={(event) => event.target.select()}
      onChange={(event) => setTyped(event.target.value)}
      onPaste={(event) => {
        const block = readBlock(event.clipboardData.getData('text/plain'));
        if (!block) return;
        event.preventDefault();
        onBlock(block);
      }}
      onBlur={() => void keep()}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key === 'Escape') setTyped(undefined);
      }}
    />
  );
}

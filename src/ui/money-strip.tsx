import { ChevronRight, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Tone } from './field-spec.ts';
import './figures.css';
import { Meter } from './meter.tsx';

export interface MoneyCell {
  readonly key: string;
  readonly icon: LucideIcon;
  readonly label: string;
  /** `3 个` */
  readonly count: ReactNode;
  readonly sum: ReactNode;
  /** Part of the contract, 0 to 1. */
  readonly share: number;
  /** One line: `1 份待确认`. */
  readonly state: ReactNode;
  readonly tone?: Tone;
  readonly onOpen?: () => void;
}

export interface MoneyStripProps {
  /** Which time it is about: `从商机到回款`, `2026 年`, 历年. */
  readonly scope: { readonly label: string; readonly value: ReactNode; readonly action?: ReactNode };
  /** 商机, 报价, 合同, 应收计划, 发票, 已收: always six, so that the eye knows where to look. */
  readonly cells: readonly [MoneyCell, MoneyCell, MoneyCell, MoneyCell, MoneyCell, MoneyCell];
}

/** One cell by itself, for strips whose cells come from several slices: see MoneyFrame. */
export function MoneyCellView({
  cell,
  first = false,
}: {
  readonly cell: MoneyCell;
  readonly first?: boolean;
}) {
  const { icon: Icon, label, count, sum, share, state, tone, onOpen } = cell;
  const inside = (
    <>
      {first ? null : (
        <span className="yd-money-arrow">
          <ChevronRight size={10} aria-hidden />
        </span>
      )}
      <span className="yd-money-head">
        <Icon size={13} aria-hidden />
        <span>{label}</span>
        <span>{count}</span>
      </span>
      <span className="yd-money-sum">{sum}</span>
      <Meter share={share} />
      <span className={`yd-money-state yd-ellipsis${tone ? ` yd-tone-${tone}` : ''}`}>{state}</span>
    </>
  );
  return onOpen ? (
    <button type="button" className="yd-plain yd-money-cell yd-money-open" onClick={onOpen}>
      {inside}
    </button>
  ) : (
    <div className="yd-money-cell">{inside}</div>
  );
}

interface MoneyFrameProps {
  readonly scope: MoneyStripProps['scope'];
  /** MoneyCellViews. */
  readonly children: ReactNode;
}

/** The strip around cells that draw themselves. */
export function MoneyFrame({ scope, children }: MoneyFrameProps) {
  return (
    <section className="yd-money" aria-label={scope.label}>
      <div className="yd-money-scope">
        <span className="yd-figure-label">{scope.label}</span>
        <b className="yd-strong">{scope.value}</b>
        <span className="yd-figure-note">{scope.action}</span>
      </div>
      {children}
    </section>
  );
}

/** One line from first interest to collected cash. */
export function MoneyStrip({ scope, cells }: MoneyStripProps) {
  return (
    <MoneyFrame scope={scope}>
      {cells.map((cell, at) => (
        <MoneyCellView key={cell.key} cell={cell} first={at === 0} />
      ))}
    </MoneyFrame>
  );
}

import './big-amount.css';
import { Money } from './money.tsx';

export interface BigAmountProps {
  /** Decimal string; null shows a dash. */
  readonly amount: string | null;
  readonly currency?: string;
}

/** The amount that a receipt or an approval is about, exact to the cent. */
export function BigAmount({ amount, currency }: BigAmountProps) {
  return (
    <span className="yd-big-amount">
      <Money amount={amount} currency={currency} as="exact" />
    </span>
  );
}

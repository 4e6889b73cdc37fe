import { compactMoneyText, moneyColumnText, moneyText } from '#kernel/values/money-text.ts';
import { percentText } from '#kernel/values/number-text.ts';
import { useUi } from './ui-context.ts';

export interface MoneyProps {
  /** Decimal string; null shows a dash. */
  readonly amount: string | null;
  readonly currency?: string;
  /** `exact` ¥860,000.00 in forms, finance, approval; `compact` ¥38.0万, hover exact; `column` 38.00 under a header that says 万元. */
  readonly as?: 'exact' | 'compact' | 'column';
  /** Analysis strips drop the decimal from 1,000万 up. */
  readonly strip?: boolean;
}

/** An amount of money. */
export function Money({ amount, currency = 'CNY', as = 'compact', strip = false }: MoneyProps) {
  const { locale } = useUi();
  if (as === 'exact') return <>{moneyText(amount, currency)}</>;
  const text =
    as === 'column'
      ? moneyColumnText(amount, locale)
      : compactMoneyText(amount, { lang: locale, currency, strip });
  return <span title={amount === null ? undefined : moneyText(amount, currency)}>{text}</span>;
}

/** `33.3` as `33%`, or with decimals when parts must sum to 100. */
export function Percent({
  value,
  decimals = 0,
}: {
  readonly value: string | number | null;
  readonly decimals?: number;
}) {
  return <>{percentText(value, decimals)}</>;
}

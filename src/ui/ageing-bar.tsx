import { sharesOf } from '#kernel/values/percent.ts';
import './funnel.css';
import { Money } from './money.tsx';

export interface AgeingBucket {
  readonly key: string;
  readonly label: string;
  readonly amount: string;
  readonly onOpen?: () => void;
}

export interface AgeingBarProps {
  /** From not due to oldest; up to seven. */
  readonly buckets: readonly AgeingBucket[];
  readonly currency?: string;
  readonly label: string;
}

/** Unpaid money by age in one stacked bar, grey to amber to red; the shares sum to 100. */
export function AgeingBar({ buckets, currency, label }: AgeingBarProps) {
  const shares = sharesOf(buckets.map((bucket) => bucket.amount));
  const colour = (at: number) => ({ background: `var(--age${at})` });
  return (
    <section aria-label={label}>
      <div className="yd-ageing-bar" aria-hidden>
        {buckets.map((bucket, at) => (
          <button
            key={bucket.key}
            type="button"
            tabIndex={-1}
            className="yd-plain"
            style={{ ...colour(at), flexGrow: Number(shares[at]), flexBasis: 0 }}
            onClick={bucket.onOpen}
          />
        ))}
      </div>
      <div className="yd-ageing-legend">
        {buckets.map((bucket, at) => (
          <button key={bucket.key} type="button" className="yd-plain yd-ageing-item" onClick={bucket.onOpen}>
            <span>
              <i style={colour(at)} />
              {bucket.label}
            </span>
            <b>
              <Money amount={bucket.amount} currency={currency} />
            </b>
            <span>{shares[at]}%</span>
          </button>
        ))}
      </div>
    </section>
  );
}

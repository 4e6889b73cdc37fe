import type { ReactNode } from 'react';
import './funnel.css';

export interface FunnelStage {
  readonly key: string;
  readonly label: string;
  readonly count: number;
  readonly amount?: ReactNode;
  /** Median time in the stage. */
  readonly dwell?: ReactNode;
  readonly dwellBad?: boolean;
  /** From the stage before: `转化 41%，比均值低 22%`. */
  readonly rate?: string;
  readonly rateBad?: boolean;
  readonly onOpen?: () => void;
}

export interface FunnelBarsProps {
  readonly stages: readonly FunnelStage[];
  /** Which records, until when; and the whole conversion. */
  readonly foot?: ReactNode;
  readonly footRight?: ReactNode;
  readonly label: string;
}

/** The funnel as a table with bars: each over the ghost of the stage before. Readable, focusable, printable. */
export function FunnelBars({ stages, foot, footRight, label }: FunnelBarsProps) {
  const widest = Math.max(1, ...stages.map((stage) => stage.count));
  const width = (count: number) => `${Math.max(0.5, (count / widest) * 100)}%`;
  return (
    <div className="yd-funnel">
      <table aria-label={label}>
        <tbody>
          {stages.map((stage, at) => {
            const before = stages[at - 1];
            const bar = (
              <span className="yd-funnel-bar">
                <i className="yd-funnel-ghost" style={{ width: width(before?.count ?? stage.count) }} />
                <i style={{ width: width(stage.count) }} />
              </span>
            );
            return (
              <tr key={stage.key}>
                <th scope="row">{stage.label}</th>
                <td className="yd-funnel-cell">
                  {stage.rate ? (
                    <span className={stage.rateBad ? 'yd-funnel-rate yd-funnel-bad' : 'yd-funnel-rate'}>
                      ↓ {stage.rate}
                    </span>
                  ) : null}
                  {bar}
                </td>
                <td className="yd-num yd-strong">
                  {stage.onOpen ? (
                    <button type="button" className="yd-plain yd-funnel-open" onClick={stage.onOpen}>
                      {stage.count.toLocaleString('en')}
                    </button>
                  ) : (
                    stage.count.toLocaleString('en')
                  )}
                </td>
                <td className="yd-num yd-text2">{stage.amount}</td>
                <td
                  className={stage.dwellBad ? 'yd-num yd-funnel-dwell yd-tone-bad' : 'yd-num yd-funnel-dwell'}
                >
                  {stage.dwell}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {foot || footRight ? (
        <p className="yd-funnel-foot">
          <span>{foot}</span>
          <span>{footRight}</span>
        </p>
      ) : null}
    </div>
  );
}

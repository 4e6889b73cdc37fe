import type { ReactNode } from 'react';
import './lines.css';

export interface Line {
  readonly key: string;
  readonly lead?: ReactNode;
  readonly title: ReactNode;
  readonly under?: ReactNode;
  /** Right end, bold: amount, status. */
  readonly value?: ReactNode;
  readonly valueUnder?: ReactNode;
  readonly onOpen?: () => void;
}

/** A short list inside a panel or column: open deals, contacts, plan lines. */
export function Lines({
  lines,
  ruled = false,
}: {
  readonly lines: readonly Line[];
  readonly ruled?: boolean;
}) {
  return (
    <ul className={ruled ? 'yd-lines yd-lines-ruled' : 'yd-lines'}>
      {lines.map(({ key, lead, title, under, value, valueUnder, onOpen }) => {
        const inside = (
          <>
            {lead ? <span className="yd-line-lead">{lead}</span> : null}
            <span className="yd-line-main">
              <span className="yd-ellipsis">{title}</span>
              {under ? <span className="yd-line-under yd-ellipsis">{under}</span> : null}
            </span>
            {value ? (
              <span className="yd-line-value">
                <span>{value}</span>
                {valueUnder ? <span className="yd-line-under">{valueUnder}</span> : null}
              </span>
            ) : null}
          </>
        );
        return (
          <li key={key}>
            {onOpen ? (
              <button type="button" className="yd-plain yd-line yd-line-open" onClick={onOpen}>
                {inside}
              </button>
            ) : (
              <div className="yd-line">{inside}</div>
            )}
          </li>
        );
      })}
    </ul>
  );
}

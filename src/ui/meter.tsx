import type { ReactNode } from 'react';
import './bits.css';
import type { Tone } from './field-spec.ts';

export interface MeterProps {
  /** 0 to 1; more than 1 is drawn full. */
  readonly share: number;
  readonly tone?: Tone;
  /** Spoken; leave out when the text stands beside it. */
  readonly label?: string;
  readonly children?: ReactNode;
}

/** A thin bar, with its number beside it when given. */
export function Meter({ share, tone = 'accent', label, children }: MeterProps) {
  const width = `${Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10}%`;
  const bar = (
    <span className={`yd-bar yd-bar-${tone}`}>
      <i style={{ width }} />
      {label ? <span className="yd-visually-hidden">{label}</span> : null}
    </span>
  );
  if (children === undefined) return bar;
  return (
    <span className="yd-bar-with-text">
      {bar}
      {children}
    </span>
  );
}

import type { ReactNode } from 'react';
import './bits.css';
import type { Tone } from './field-spec.ts';

/** Status is a dot and a word, never the dot alone. */
export function StatusDot({
  tone = 'neutral',
  children,
}: {
  readonly tone?: Tone;
  readonly children: ReactNode;
}) {
  return (
    <span className="yd-status">
      <i className={`yd-dot yd-dot-${tone}`} aria-hidden />
      {children}
    </span>
  );
}

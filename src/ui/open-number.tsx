import type { ReactNode } from 'react';
import './open-number.css';

export interface OpenNumberProps {
  /** Which rows: without it the number is plain text. */
  readonly onOpen: (() => void) | undefined;
  readonly label?: string;
  readonly children: ReactNode;
}

/** A number in a table that opens the rows behind it; looks like a number until it is pointed at. */
export function OpenNumber({ onOpen, label, children }: OpenNumberProps) {
  if (!onOpen) return <>{children}</>;
  return (
    <button type="button" className="yd-plain yd-open-number" aria-label={label} onClick={onOpen}>
      {children}
    </button>
  );
}

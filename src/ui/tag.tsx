import type { ReactNode } from 'react';
import './bits.css';
import type { Tone } from './field-spec.ts';

/** One word on a tinted ground; at most one per row, only if it changes a decision. */
export function Tag({ tone = 'neutral', children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  return <span className={`yd-tag yd-tag-${tone}`}>{children}</span>;
}

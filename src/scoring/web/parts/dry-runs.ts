import { useEffect, useState } from 'react';
import type { Output } from '#kernel/contract.ts';
import type { simulateScorePlan } from '../../contract.ts';

export type Simulated = Output<typeof simulateScorePlan>;
export type Move =
  | { readonly from: Simulated['moves'][number]['from']; readonly to: Simulated['moves'][number]['to'] }
  | undefined;

const pauseMs = 500;

/** A draft that has stood still for a moment; what is unfinished (null) does not replace the last whole one. */
export function useSettled<T>(draft: T | null): T | null {
  const [settled, setSettled] = useState(draft);
  const text = JSON.stringify(draft);
  useEffect(() => {
    if (text === 'null') return undefined;
    const timer = setTimeout(() => setSettled(JSON.parse(text) as T), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

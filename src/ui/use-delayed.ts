import { useEffect, useState } from 'react';

/** True only after it has been so for a while: nothing flashes when answers come quickly. */
export function useDelayed(on: boolean, waitMs = 200): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!on) {
      setLate(false);
      return;
    }
    const timer = window.setTimeout(() => setLate(true), waitMs);
    return () => window.clearTimeout(timer);
  }, [on, waitMs]);
  return on && late;
}

import type { ReactNode } from 'react';
import './form.css';

/** One red line under what it is about; read out at once. */
export function ProblemLine({ children }: { readonly children: ReactNode }) {
  return (
    <p className="yd-field-problem" role="alert">
      {children}
    </p>
  );
}

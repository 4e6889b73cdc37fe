import type { ReactNode } from 'react';
import './wizard.css';

/** Parts of a wizard's step below one another, at reading width when `narrow`. */
export function WizardStack({
  narrow = false,
  children,
}: {
  readonly narrow?: boolean;
  readonly children: ReactNode;
}) {
  return <div className={narrow ? 'yd-wizard-stack yd-wizard-narrow' : 'yd-wizard-stack'}>{children}</div>;
}

/** One decision under its label. */
export function WizardChoice({
  label,
  wide = false,
  children,
}: {
  readonly label: ReactNode;
  readonly wide?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <div className={wide ? 'yd-wizard-choice yd-wizard-choice-wide' : 'yd-wizard-choice'}>
      <span className="yd-text2">{label}</span>
      {children}
    </div>
  );
}

/** Small controls or buttons side by side. */
export function WizardLine({ children }: { readonly children: ReactNode }) {
  return <div className="yd-wizard-line">{children}</div>;
}

/** Sample values of a column on one line, cut where the line ends. */
export function SampleText({ children }: { readonly children: ReactNode }) {
  return <span className="yd-text2 yd-wizard-samples">{children}</span>;
}

/** A sentence in a table cell that may take several lines. */
export function WrappedText({ children }: { readonly children: ReactNode }) {
  return <span className="yd-wizard-wrapped">{children}</span>;
}

import type { ReactNode } from 'react';
import './panel.css';

export interface Fact {
  readonly key: string;
  readonly label: string;
  readonly value: ReactNode;
  /** Why it is so, grey behind the value. */
  readonly reason?: ReactNode;
}

/** Five to seven facts with their reasons: label left, value beside it. */
export function FactList({
  facts,
  right = false,
}: {
  readonly facts: readonly Fact[];
  readonly right?: boolean;
}) {
  return (
    <dl className={right ? 'yd-facts yd-facts-right' : 'yd-facts'}>
      {facts.map(({ key, label, value, reason }) => (
        <FactRow key={key} label={label}>
          {value}
          {reason ? <span className="yd-text2"> {reason}</span> : null}
        </FactRow>
      ))}
    </dl>
  );
}

function FactRow({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}

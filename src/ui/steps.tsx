import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import './wizard.css';

export interface ChainStep {
  readonly key: string;
  readonly who: ReactNode;
  readonly role?: ReactNode;
  readonly state: 'done' | 'now' | 'waiting' | 'refused';
  readonly verdict: ReactNode;
  readonly time?: ReactNode;
  readonly comment?: ReactNode;
}

/** Who has decided, who decides now, who comes next. */
export function Chain({ steps }: { readonly steps: readonly ChainStep[] }) {
  return (
    <ol className="yd-chain">
      {steps.map(({ key, who, role, state, verdict, time, comment }) => (
        <li key={key} className={`yd-chain-step yd-chain-${state}`}>
          <span className="yd-chain-mark" aria-hidden>
            {state === 'done' ? <Check size={12} /> : <i />}
          </span>
          <span className="yd-chain-main">
            <span className="yd-chain-line">
              <b>{who}</b>
              <span className="yd-text2">{role}</span>
              <span className="yd-chain-verdict">{verdict}</span>
              {time ? <span className="yd-text3">{time}</span> : null}
            </span>
            {comment ? <span className="yd-text2">{comment}</span> : null}
          </span>
        </li>
      ))}
    </ol>
  );
}

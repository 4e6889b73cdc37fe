import { Button } from 'antd';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { useUiWords } from './ui-context.ts';
import './wizard.css';

export interface WizardStep {
  readonly key: string;
  readonly title: string;
  /** What was decided there, under the title. */
  readonly answer?: ReactNode;
}

export interface WizardProps {
  readonly steps: readonly WizardStep[];
  readonly current: string;
  readonly onStep: (key: string) => void;
  /** Running count of consequences: `将新建 412，更新 38，跳过 5`. */
  readonly consequence?: ReactNode;
  readonly canGoOn?: boolean;
  /** Label of the last button, with the promise to undo beside it: 导入 455 条. */
  readonly finishLabel: string;
  readonly onFinish: () => void | Promise<void>;
  readonly working?: boolean;
  readonly children: ReactNode;
}

/** A page with steps on the left; one decision per step, back never loses, the last step is a dry run. */
export function Wizard(props: WizardProps) {
  const {
    steps,
    current,
    onStep,
    consequence,
    canGoOn = true,
    finishLabel,
    onFinish,
    working,
    children,
  } = props;
  const words = useUiWords();
  const at = steps.findIndex((step) => step.key === current);
  const before = steps[at - 1];
  const after = steps[at + 1];
  return (
    <div className="yd-wizard">
      <ol className="yd-wizard-steps" aria-label={words.step(String(at + 1), String(steps.length))}>
        {steps.map((step, place) => (
          <li key={step.key}>
            <button
              type="button"
              className="yd-plain yd-wizard-step"
              aria-current={place === at ? 'step' : undefined}
              disabled={place > at}
              onClick={() => onStep(step.key)}
            >
              <span className="yd-wizard-mark">
                {place < at ? <Check size={12} aria-hidden /> : place + 1}
              </span>
              <span>
                {step.title}
                {step.answer && place < at ? (
                  <span className="yd-text3 yd-wizard-answer">{step.answer}</span>
                ) : null}
              </span>
            </button>
          </li>
        ))}
      </ol>
      <div className="yd-wizard-body">
        <div className="yd-wizard-content">{children}</div>
        <footer className="yd-wizard-footer">
          <span className="yd-footer-left">{consequence}</span>
          {before ? <Button onClick={() => onStep(before.key)}>{words.previous}</Button> : null}
          {after ? (
            <Button type="primary" disabled={!canGoOn} loading={working} onClick={() => onStep(after.key)}>
              {words.next}
            </Button>
          ) : (
            <Button type="primary" disabled={!canGoOn} loading={working} onClick={() => void onFinish()}>
              {finishLabel}
            </Button>
          )}
        </footer>
      </div>
    </div>
  );
}

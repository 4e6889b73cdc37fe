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
  /** Says what going on does when it does something: 导入 455 条. */
  readonly nextLabel?: string;
  readonly onNext?: () => void;
  /** A step that cannot be taken back or skipped: the run itself. */
  readonly noBack?: boolean;
  readonly noNext?: boolean;
  readonly children: ReactNode;
}

function WizardSteps({ steps, current, onStep, noBack }: WizardProps) {
  const words = useUiWords();
  const at = steps.findIndex((step) => step.key === current);
  return (
    <ol className="yd-wizard-steps" aria-label={words.step(String(at + 1), String(steps.length))}>
      {steps.map((step, place) => (
        <li key={step.key}>
          <button
            type="button"
            className="yd-plain yd-wizard-step"
            aria-current={place === at ? 'step' : undefined}
            disabled={place > at || (noBack && place < at)}
            onClick={() => onStep(step.key)}
          >
            <span className="yd-wizard-mark">{place < at ? <Check size={12} aria-hidden /> : place + 1}</span>
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
  );
}

function WizardFooter(props: WizardProps) {
  const { steps, current, onStep, consequence, canGoOn = true, working, noBack, noNext } = props;
  const words = useUiWords();
  const at = steps.findIndex((step) => step.key === current);
  const before = steps[at - 1];
  const after = steps[at + 1];
  function goOn() {
    if (!after) void props.onFinish();
    else if (props.onNext) props.onNext();
    else onStep(after.key);
  }
  return (
    <footer className="yd-wizard-footer">
      <span className="yd-footer-left">{consequence}</span>
      {before && !noBack ? <Button onClick={() => onStep(before.key)}>{words.previous}</Button> : null}
      {noNext ? null : (
        <Button type="primary" disabled={!canGoOn} loading={working} onClick={goOn}>
          {after ? (props.nextLabel ?? words.next) : props.finishLabel}
        </Button>
      )}
    </footer>
  );
}

/** A page with steps on the left; one decision per step, back never loses, the last step is a dry run. */
export function Wizard(props: WizardProps) {
  return (
    <div className="yd-wizard">
      <WizardSteps {...props} />
      <div className="yd-wizard-body">
        <div className="yd-wizard-content">{props.children}</div>
        <WizardFooter {...props} />
      </div>
    </div>
  );
}

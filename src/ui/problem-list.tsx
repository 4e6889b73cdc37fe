import { useEffect, useRef } from 'react';
import type { FieldSpec } from './field-spec.ts';
import type { FormProblem } from './form-check.ts';
import './form.css';
import { useUiWords } from './ui-context.ts';

interface ProblemListProps {
  readonly problems: readonly FormProblem[];
  readonly fields: readonly FieldSpec[];
  readonly idOf: (key: string) => string;
}

/** All errors on top, each a link to its field. Read out at once. */
export function ProblemList({ problems, fields, idOf }: ProblemListProps) {
  const words = useUiWords();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problems.length > 1) box.current?.focus();
  }, [problems]);
  const general = problems.filter((problem) => !problem.field);
  const ofFields = problems.filter((problem) => problem.field);
  if (general.length === 0 && ofFields.length < 2) return null;
  return (
    <div className="yd-problems" role="alert" ref={box} tabIndex={-1}>
      {ofFields.length > 1 ? <b>{words.problems(String(ofFields.length))}</b> : null}
      <ul>
        {general.map(({ message }) => (
          <li key={message}>{message}</li>
        ))}
        {ofFields.length > 1
          ? ofFields.map(({ field = '', message }) => (
              <li key={field}>
                <button
                  type="button"
                  className="yd-plain yd-strip-action"
                  onClick={() => document.getElementById(idOf(field))?.focus()}
                >
                  {fields.find((one) => one.key === field)?.label ?? field}
                </button>
                {words.colon}
                {message}
              </li>
            ))
          : null}
      </ul>
    </div>
  );
}

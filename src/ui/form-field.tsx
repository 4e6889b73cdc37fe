import { type ReactNode, useId } from 'react';
import { FieldInput } from './field-input.tsx';
import type { FieldSpec, FieldValue } from './field-spec.ts';
import './form.css';

export interface FormFieldProps {
  readonly field: FieldSpec;
  readonly value: FieldValue;
  readonly onChange: (value: FieldValue) => void;
  readonly problem?: string;
  readonly onLeave?: () => void;
  readonly autoFocus?: boolean;
  /** Fixed id, so that a list of errors can link to it. */
  readonly id?: string;
  /** Under the input: duplicate hint, consequence. */
  readonly below?: ReactNode;
  /** Something else than the input of its kind. */
  readonly children?: ReactNode;
}

/** Label above, input, error or hint under it. */
export function FormField(props: FormFieldProps) {
  const { field, value, onChange, problem, onLeave, autoFocus, below, children } = props;
  const own = useId();
  const id = props.id ?? own;
  const note = `${id}-note`;
  const choiceBoxes = field.asButtons && field.kind === 'choice';
  const label = (
    <>
      {field.label}
      {field.required ? <i aria-hidden> *</i> : null}
    </>
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only notices that the field was left.
    <div
      className={problem ? 'yd-field yd-field-bad' : 'yd-field'}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) onLeave?.();
      }}
    >
      {field.kind === 'checkbox' && !field.aside ? null : (
        <div className="yd-field-label">
          {choiceBoxes ? <span>{label}</span> : <label htmlFor={id}>{label}</label>}
          {field.aside ? <span className="yd-field-aside">{field.aside}</span> : null}
        </div>
      )}
      {children ?? (
        <FieldInput
          field={field}
          value={value}
          onChange={onChange}
          id={id}
          invalid={problem !== undefined}
          describedBy={problem || field.hint ? note : undefined}
          autoFocus={autoFocus}
        />
      )}
      {problem ? (
        <p className="yd-field-problem" id={note}>
          {problem}
        </p>
      ) : field.hint ? (
        <p className="yd-field-hint" id={note}>
          {field.hint}
        </p>
      ) : null}
      {below}
    </div>
  );
}

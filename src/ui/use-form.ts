import { useCallback, useRef, useState } from 'react';
import type { FieldSpec, FieldValue } from './field-spec.ts';
import { checkField, checkForm, cleanValues, type FormProblem, type FormValues } from './form-check.ts';
import { useUiWords } from './ui-context.ts';

export type SubmitAnswer = readonly FormProblem[] | void;

export interface FormState {
  readonly values: FormValues;
  readonly problems: readonly FormProblem[];
  readonly sending: boolean;
  /** Something differs from what the form opened with. */
  readonly changed: boolean;
  readonly set: (key: string, value: FieldValue) => void;
  readonly left: (field: FieldSpec) => void;
  /** Checks, then sends; true when it went through. */
  readonly submit: () => Promise<boolean>;
  readonly reset: (values: FormValues) => void;
}

/** The state of one form: values, problems, sending. Problems shown on leaving a field, all of them on submitting. */
export function useForm(
  fields: readonly FieldSpec[],
  initial: FormValues,
  onSubmit: (values: FormValues) => SubmitAnswer | Promise<SubmitAnswer>,
): FormState {
  const words = useUiWords();
  const [values, setValues] = useState<FormValues>(initial);
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const [sending, setSending] = useState(false);
  const [changed, setChanged] = useState(false);
  const busy = useRef(false);

  const set = useCallback((key: string, value: FieldValue) => {
    setValues((now) => ({ ...now, [key]: value }));
    setChanged(true);
    setProblems((now) => now.filter((problem) => problem.field !== key));
  }, []);

  function left(field: FieldSpec) {
    // An empty required field is complained about on sending only: nobody likes red before typing.
    const value = values[field.key];
    const message =
      value === undefined || value === null || value === '' ? undefined : checkField(field, value, words);
    if (message)
      setProblems((now) => [...now.filter((one) => one.field !== field.key), { field: field.key, message }]);
  }

  async function submit(): Promise<boolean> {
    if (busy.current) return false;
    const found = checkForm(fields, values, words);
    setProblems(found);
    if (found.length > 0) return false;
    busy.current = true;
    setSending(true);
    try {
      const answer = (await onSubmit(cleanValues(values, fields))) ?? [];
      setProblems(answer);
      if (answer.length === 0) setChanged(false);
      return answer.length === 0;
    } finally {
      busy.current = false;
      setSending(false);
    }
  }

  function reset(next: FormValues) {
    setValues(next);
    setProblems([]);
    setChanged(false);
  }
  return { values, problems, sending, changed, set, left, submit, reset };
}

import { Button, Checkbox } from 'antd';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { FieldSpec, FieldValue } from './field-spec.ts';
import './form.css';
import type { FormValues } from './form-check.ts';
import { FormField } from './form-field.tsx';
import type { FormProps } from './form-props.ts';
import { isComposing, isSend } from './keyboard.ts';
import { ProblemList } from './problem-list.tsx';
import { useUiWords } from './ui-context.ts';
import { type FormState, useForm } from './use-form.ts';

interface BodyProps {
  readonly form: FormState;
  readonly fields: readonly FieldSpec[];
  readonly idOf: (key: string) => string;
  readonly focusFirst: boolean;
  readonly set: (key: string, value: FieldValue) => void;
  readonly below?: FormProps['below'];
}

function FormFields({ form, fields, idOf, focusFirst, set, below }: BodyProps) {
  const first = fields.find((field) => !field.readOnly)?.key;
  return fields.map((field) => (
    <FormField
      key={field.key}
      id={idOf(field.key)}
      field={field}
      value={form.values[field.key]}
      onChange={(value) => set(field.key, value)}
      onLeave={() => form.left(field)}
      problem={form.problems.find((problem) => problem.field === field.key)?.message}
      autoFocus={focusFirst && field.key === first}
      below={below?.(field.key, form.values, (value) => set(field.key, value))}
    />
  ));
}

/** Enter in a one-line input, or Ctrl+Enter anywhere; not while composing, not while a menu is open. */
function sendsForm(event: KeyboardEvent): boolean {
  if (isComposing(event) || event.defaultPrevented || !(event.target instanceof HTMLElement)) return false;
  if (event.target.getAttribute('aria-expanded') === 'true') return false;
  const oneLine = event.target instanceof HTMLInputElement && event.target.type !== 'checkbox';
  return isSend(event) || (event.key === 'Enter' && oneLine);
}

interface FooterProps
  extends Pick<FormProps, 'createAnother' | 'footerLeft' | 'onCancel' | 'danger' | 'submitLabel'> {
  readonly another: boolean;
  readonly onAnother: (another: boolean) => void;
  readonly sending: boolean;
  readonly onSend: () => void;
}

function FormFooter(props: FooterProps) {
  const words = useUiWords();
  return (
    <footer className="yd-form-footer">
      {props.createAnother ? (
        <Checkbox checked={props.another} onChange={(event) => props.onAnother(event.target.checked)}>
          {words.createAnother}
        </Checkbox>
      ) : null}
      {props.footerLeft}
      <span className="yd-form-buttons">
        {props.onCancel ? <Button onClick={props.onCancel}>{words.cancel}</Button> : null}
        <Button type="primary" danger={props.danger} loading={props.sending} onClick={props.onSend}>
          {props.submitLabel}
        </Button>
      </span>
    </footer>
  );
}

/** Takes over what somebody else saved meanwhile, where nothing was typed. */
function useFollow(form: FormState, initial: FormValues, present: FormValues | undefined) {
  const known = useRef(initial);
  useEffect(() => {
    if (!present) return;
    const said = (values: FormValues, key: string) => JSON.stringify(values[key] ?? null);
    for (const key of Object.keys(present))
      if (
        said(form.values, key) === said(known.current, key) &&
        said(present, key) !== said(known.current, key)
      )
        form.set(key, present[key] ?? null);
    known.current = { ...known.current, ...present };
  }, [present, form]);
}

/** The values, and which fields they call for. */
function useShownFields(props: FormProps) {
  const { sections, fields = [], initial = {}, present, onSubmit, follow, when } = props;
  const [known, setKnown] = useState<FormValues>(initial);
  const isShown = (field: FieldSpec) => when?.(field.key, known) ?? true;
  const shown = (sections?.flatMap((section) => section.fields) ?? fields).filter(isShown);
  const form = useForm(shown, initial, onSubmit);
  useFollow(form, initial, present);
  function set(key: string, value: FieldValue) {
    const own = { ...form.values, [key]: value };
    const more = follow?.(key, value, own) ?? {};
    for (const [name, next] of Object.entries({ [key]: value, ...more })) form.set(name, next);
    setKnown({ ...own, ...more });
  }
  function restart() {
    form.reset(initial);
    setKnown(initial);
  }
  return { form, shown, isShown, set, restart };
}

/** A form from field descriptions: labels above, errors under the field and on top, Enter sends (never while composing). */
export function DrawnForm(props: FormProps) {
  const { sections, createAnother, onDone, below, children } = props;
  const base = useId();
  const [another, setAnother] = useState(false);
  const [round, setRound] = useState(0);
  const idOf = (key: string) => `${base}-${key}`;
  const { form, shown, isShown, set, restart } = useShownFields(props);
  async function send() {
    if (!(await form.submit())) return;
    if (!createAnother || !another) return onDone?.();
    restart();
    setRound((now) => now + 1);
  }
  const parts = { form, idOf, set, below };
  return (
    <form
      key={round}
      className={sections ? 'yd-form yd-form-page' : 'yd-form'}
      noValidate
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (!sendsForm(event)) return;
        event.preventDefault();
        void send();
      }}
    >
      <div className="yd-form-body">
        <ProblemList problems={form.problems} fields={shown} idOf={idOf} />
        {sections?.map((section, at) => (
          <fieldset key={section.key} className="yd-form-section">
            <legend>{section.title}</legend>
            <div className="yd-form-fields">
              <FormFields {...parts} fields={section.fields.filter(isShown)} focusFirst={at === 0} />
            </div>
          </fieldset>
        )) ?? <FormFields {...parts} fields={shown} focusFirst />}
        {children}
      </div>
      <FormFooter
        {...props}
        another={another}
        onAnother={setAnother}
        sending={form.sending}
        onSend={() => void send()}
      />
    </form>
  );
}

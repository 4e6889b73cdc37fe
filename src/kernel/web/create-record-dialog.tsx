import { type ReactNode, useState } from 'react';
import type { Operation } from '#kernel/contract.ts';
import type { ObjectDefinition } from '#kernel/fields.ts';
import { Dialog } from '#ui/dialog.tsx';
import type { FieldSpec } from '#ui/field-spec.ts';
import { Form } from '#ui/form.tsx';
import type { FormValues } from '#ui/form-check.ts';
import { formFields } from './catalogue.ts';
import { submitValues } from './form-values.ts';
import { localePreference } from './preferences.ts';
import { useDefinition, useMay } from './session.ts';
import { type CreateProps, formHintOf } from './slice.ts';
import { isProblem, useAct } from './use-operation.ts';

interface CreateRecordProps extends CreateProps {
  readonly definition: ObjectDefinition;
  readonly create: Operation;
  readonly title: string;
  /** Fields of quick create in their order; what the company itself requires is added behind them. */
  readonly asked: readonly string[];
  /** Fields that are no field of the record: the stage a deal begins in. */
  readonly more?: readonly FieldSpec[];
  /** Sent along without being asked. */
  readonly along?: Readonly<Record<string, unknown>>;
  readonly size?: 'small' | 'form';
  readonly submitLabel?: string;
  readonly footerLeft?: ReactNode;
  readonly below?: (key: string, values: FormValues) => ReactNode;
  /** Where one goes on once it is made; without it the dialog offers to make another. */
  readonly then?: (id: string) => void;
}

/** What must be filled stands on top, the rest in the order asked for. */
function requiredFirst(fields: readonly FieldSpec[]): FieldSpec[] {
  return [...fields.filter((field) => field.required), ...fields.filter((field) => !field.required)];
}

/** Quick create of any record from its catalogue: slices say which fields and what stands under them. */
export function CreateRecordDialog(props: CreateRecordProps) {
  const { definition: base, create: operation, title, asked, more = [], along, below } = props;
  const { initial, onClose, onCreated, then } = props;
  const locale = localePreference.use();
  const { definition, rights } = useDefinition(base);
  const create = useAct(operation, { quiet: true });
  const hint = formHintOf(base.object, useMay());
  const [reason, setReason] = useState<string | null>(null);
  const required = definition.fields
    .filter((field) => field.customKey && field.required)
    .map((field) => field.key);
  async function send(values: FormValues) {
    const answer = await create({
      ...submitValues(definition, values),
      ...along,
      ...(hint && reason ? { [hint.sends]: reason } : {}),
    } as never);
    if (isProblem(answer) && answer.code === hint?.code) setReason((said) => said ?? '');
    if (isProblem(answer))
      return answer.errors.length > 0 ? [...answer.errors] : [{ message: answer.message }];
    const { id } = answer as { id: string };
    setReason(null);
    onCreated?.(id);
    if (then) onClose();
    then?.(id);
    return undefined;
  }
  return (
    <Dialog open title={title} size={props.size} onClose={onClose}>
      <Form
        fields={requiredFirst([...formFields(definition, locale, [...asked, ...required], rights), ...more])}
        initial={initial as FormValues | undefined}
        submitLabel={props.submitLabel ?? title}
        footerLeft={props.footerLeft}
        createAnother={!then}
        onCancel={onClose}
        onDone={then ? undefined : onClose}
        below={(key, values) => (
          <>
            {below?.(key, values)}
            {hint?.keys.includes(key) ? (
              <hint.Part object={base.object} fieldKey={key} values={values} />
            ) : null}
          </>
        )}
        onSubmit={send}
      >
        {hint && reason !== null ? <hint.Reason value={reason} onChange={setReason} /> : null}
      </Form>
    </Dialog>
  );
}

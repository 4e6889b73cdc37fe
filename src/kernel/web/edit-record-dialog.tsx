import type { Operation } from '#kernel/contract.ts';
import { isEditable, type ObjectDefinition, rightOn } from '#kernel/fields.ts';
import { Dialog } from '#ui/dialog.tsx';
import { Form } from '#ui/form.tsx';
import { useToasts } from '#ui/toast.tsx';
import { call } from './api.ts';
import { formFields } from './catalogue.ts';
import { changedValues, formValues } from './form-values.ts';
import { listWords } from './list-words.ts';
import { localePreference } from './preferences.ts';
import { useDefinition } from './session.ts';
import { isProblem, useAct, useRefresh } from './use-operation.ts';

interface EditRecordProps {
  readonly definition: ObjectDefinition;
  readonly update: Operation;
  readonly row: Readonly<Record<string, unknown>>;
  readonly title: string;
  /** Which fields, in this order; left out: everything this person may change. */
  readonly keys?: readonly string[];
  readonly onClose: () => void;
}

/** The whole form of a record from the catalogue; sends only what changed, and brings it back on undo. */
export function EditRecordDialog({ definition: base, update, row, title, keys, onClose }: EditRecordProps) {
  const w = listWords.use();
  const locale = localePreference.use();
  const { definition, rights } = useDefinition(base);
  const save = useAct(update, { quiet: true });
  const refresh = useRefresh();
  const toasts = useToasts();
  const editable = definition.fields.filter(
    (field) => isEditable(field) && rightOn(field, rights) === 'edit',
  );
  const shown = keys ?? editable.map((field) => field.key);
  const initial = formValues(
    { ...definition, fields: editable.filter((field) => shown.includes(field.key)) },
    row,
  );
  return (
    <Dialog open title={title} size="form" onClose={onClose}>
      <Form
        fields={formFields(definition, locale, shown, rights)}
        initial={initial}
        submitLabel={w('save')}
        onCancel={onClose}
        onSubmit={async (values) => {
          const patch = changedValues(definition, row, values);
          if (Object.keys(patch).length === 0) return onClose();
          const answer = await save({ id: row.id, version: row.version, ...patch } as never);
          if (isProblem(answer))
            return answer.errors.length > 0 ? [...answer.errors] : [{ message: answer.message }];
          const { version } = answer as { version: number };
          const back = changedValues(definition, { ...row, ...values }, formValues(definition, row));
          toasts.show({
            text: w('saved'),
            onUndo: () => call(update, { id: row.id, version, ...back } as never).then(() => refresh()),
          });
          return onClose();
        }}
      />
    </Dialog>
  );
}

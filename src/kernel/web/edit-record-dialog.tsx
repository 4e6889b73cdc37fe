import type { Operation } from '#kernel/contract.ts';
import { isEditable, type ObjectDefinition, rightOn } from '#kernel/fields.ts';
import { Dialog } from '#ui/dialog.tsx';
import { Form } from '#ui/form.tsx';
import type { FormValues } from '#ui/form-check.ts';
import { useToasts } from '#ui/toast.tsx';
import type { SubmitAnswer } from '#ui/use-form.ts';
import { call, type Problem } from './api.ts';
import { formFields } from './catalogue.ts';
import { formValues, submitValues } from './form-values.ts';
import { listWords } from './list-words.ts';
import { clashingFields, remainingChanges } from './meanwhile.ts';
import { localePreference } from './preferences.ts';
import { useDefinition } from './session.ts';
import { useMeanwhile } from './use-meanwhile.tsx';
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
  const own = { ...definition, fields: editable.filter((field) => shown.includes(field.key)) };
  const fields = formFields(definition, locale, shown, rights);
  const meanwhile = useMeanwhile(own, row, fields);
  async function send(values: FormValues, version: number, present: FormValues): Promise<SubmitAnswer> {
    const left = remainingChanges({ before: meanwhile.before, present, mine: values });
    if (Object.keys(left).length === 0) return onClose();
    const answer = await save({ id: row.id, version, ...submitValues(own, left) } as never);
    if (isProblem(answer)) return refused(answer, values);
    const { version: after } = answer as { version: number };
    const back = Object.fromEntries(Object.keys(left).map((key) => [key, present[key] ?? null]));
    const undo = { id: row.id, version: after, ...submitValues(own, back) };
    toasts.show({ text: w('saved'), onUndo: () => call(update, undo as never).then(() => refresh()) });
    return onClose();
  }
  /** Somebody was faster: what does not touch is saved all the same, the rest is asked about. */
  function refused(problem: Problem, values: FormValues): Promise<SubmitAnswer> | SubmitAnswer {
    const { current } = problem;
    if (problem.code !== 'stale_version' || !current)
      return problem.errors.length > 0 ? [...problem.errors] : [{ message: problem.message }];
    meanwhile.tell(current);
    const present = formValues(own, current);
    const clashes = clashingFields({ before: meanwhile.before, present, mine: values });
    if (clashes.length === 0) return send(values, Number(current.version), present);
    return clashes.map((field) => ({ field, message: w('decideFirst') }));
  }
  return (
    <Dialog open title={title} size="form" onClose={onClose}>
      <Form
        fields={fields}
        initial={meanwhile.before}
        present={meanwhile.present}
        submitLabel={w('save')}
        onCancel={onClose}
        below={meanwhile.strip}
        onSubmit={(values) => {
          const undecided = meanwhile.open(values);
          return undecided.length > 0
            ? undecided.map((field) => ({ field, message: w('decideFirst') }))
            : send(values, meanwhile.version, meanwhile.present);
        }}
      />
    </Dialog>
  );
}

import type { BulkOperation } from '#kernel/bulk-contract.ts';
import { Dialog } from '#ui/dialog.tsx';
import type { FieldSpec } from '#ui/field-spec.ts';
import { Form } from '#ui/form.tsx';
import type { FormValues } from '#ui/form-check.ts';
import { useActOnMany } from './act-on-many.ts';

/** A dialog about some rows; `onDone` runs when it went through. */
export interface AboutRowsProps {
  readonly ids: readonly string[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

interface AssignProps extends AboutRowsProps {
  readonly bulk: BulkOperation;
  readonly title: string;
  readonly label: string;
  readonly verb: string;
  readonly done: (count: number) => string;
  /** What else may go along, and what is ticked at first. */
  readonly along?: readonly FieldSpec[];
  readonly initial?: FormValues;
}

/** Gives rows to a colleague; whom the rules refuse is told by name and reason. */
export function AssignRowsDialog(props: AssignProps) {
  const { ids, bulk, title, label, verb, done, along = [], initial, onClose, onDone } = props;
  const act = useActOnMany();
  return (
    <Dialog open title={title} onClose={onClose}>
      <Form
        fields={[{ key: 'ownerId', kind: 'user', label, required: true }, ...along]}
        initial={initial}
        submitLabel={verb}
        onCancel={onClose}
        onSubmit={async (values) => {
          if (await act(bulk, ids, values, { done })) onDone();
        }}
      />
    </Dialog>
  );
}

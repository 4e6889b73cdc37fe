import type { Output } from '#kernel/contract.ts';
import { useSession } from '#kernel/web/session.ts';
import { isProblem, useAct } from '#kernel/web/use-operation.ts';
import { Dialog } from '#ui/dialog.tsx';
import { Form } from '#ui/form.tsx';
import { useToasts } from '#ui/toast.tsx';
import { createLeave, type listLeaves } from '../../contract.ts';
import { words } from './assignment-words.ts';

interface LeaveDialogProps {
  readonly people: Output<typeof listLeaves>['people'];
  readonly onClose: () => void;
}

/** Notes the days on which somebody is away: one's own, or of somebody of the team. */
export function LeaveDialog({ people, onClose }: LeaveDialogProps) {
  const w = words.use();
  const me = useSession().id;
  const toasts = useToasts();
  const create = useAct(createLeave, { quiet: true });
  const own = people.some(({ id }) => id === me) ? me : undefined;
  return (
    <Dialog open title={w('addLeave')} onClose={onClose}>
      <Form
        fields={[
          {
            ...{ key: 'userId', kind: 'choice', label: w('person'), required: true },
            choices: people.map(({ id, name }) => ({ key: id, label: name })),
          },
          { key: 'fromOn', kind: 'date', label: w('from'), required: true },
          { key: 'toOn', kind: 'date', label: w('to'), required: true },
          { key: 'note', kind: 'text', label: w('note'), maxLength: 200 },
        ]}
        initial={{ userId: own }}
        follow={(key, value, values) => (key === 'fromOn' && !values.toOn ? { toOn: value } : undefined)}
        submitLabel={w('addLeave')}
        onCancel={onClose}
        onDone={onClose}
        onSubmit={async (values) => {
          const answer = await create({
            userId: String(values.userId),
            fromOn: String(values.fromOn),
            toOn: String(values.toOn),
            note: values.note ? String(values.note) : null,
          });
          if (isProblem(answer))
            return answer.errors.length > 0
              ? answer.errors.map(({ field, message }) => ({ field, message }))
              : [{ message: answer.message }];
          toasts.show({ text: w('leaveSaved') });
          onClose();
          return undefined;
        }}
      />
    </Dialog>
  );
}

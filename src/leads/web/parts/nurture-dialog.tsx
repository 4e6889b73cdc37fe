import { isProblem, useAct } from '#kernel/web/use-operation.ts';
import { Dialog } from '#ui/dialog.tsx';
import { Form } from '#ui/form.tsx';
import { useToasts } from '#ui/toast.tsx';
import { nurtureLead } from '../../contract/conversion.ts';
import { words } from './lead-words.ts';

/** Not ready yet: how often to touch them until something happens. */
export function NurtureDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const w = words.use();
  const toasts = useToasts();
  const nurture = useAct(nurtureLead, { quiet: true });
  return (
    <Dialog open title={w('nurtureTitle')} onClose={onClose}>
      <Form
        fields={[
          { key: 'days', kind: 'integer', label: w('nurtureDays'), required: true, min: '1', max: '365' },
          { key: 'note', kind: 'text', label: w('releaseNote'), maxLength: 500 },
        ]}
        initial={{ days: 30 }}
        submitLabel={w('nurture')}
        onCancel={onClose}
        onSubmit={async ({ days, note }) => {
          const answer = await nurture({ id, days: Number(days), ...(note ? { note: String(note) } : {}) });
          if (isProblem(answer)) return [{ message: answer.message }];
          toasts.show({ text: w('nurtured') });
          onClose();
          return undefined;
        }}
      />
    </Dialog>
  );
}

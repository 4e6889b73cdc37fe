import { localePreference } from '#kernel/web/preferences.ts';
import { isProblem, useAct } from '#kernel/web/use-operation.ts';
import { Dialog } from '#ui/dialog.tsx';
import { Form } from '#ui/form.tsx';
import { useToasts } from '#ui/toast.tsx';
import { invalidateLead } from '../../contract.ts';
import { invalidReasonChoices } from '../../fields/choices.ts';
import type { InvalidReason } from '../../model.ts';
import { words } from './lead-words.ts';

/** Marks a lead as no use, with the reason that channel reports count. */
export function InvalidateDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const w = words.use();
  const locale = localePreference.use();
  const toasts = useToasts();
  const invalidate = useAct(invalidateLead, { quiet: true });
  return (
    <Dialog open title={w('invalidate')} onClose={onClose}>
      <Form
        fields={[
          {
            key: 'reason',
            kind: 'choice',
            label: w('invalidateReason'),
            required: true,
            asButtons: true,
            choices: invalidReasonChoices.map(({ key, label }) => ({ key, label: label[locale] })),
          },
          { key: 'note', kind: 'text', label: w('releaseNote'), maxLength: 500 },
        ]}
        submitLabel={w('invalidate')}
        danger
        onCancel={onClose}
        onSubmit={async ({ reason, note }) => {
          const answer = await invalidate({
            id,
            reason: reason as InvalidReason,
            ...(note ? { note: String(note) } : {}),
          });
          if (isProblem(answer)) return [{ message: answer.message }];
          toasts.show({ text: w('invalidated') });
          onClose();
          return undefined;
        }}
      />
    </Dialog>
  );
}

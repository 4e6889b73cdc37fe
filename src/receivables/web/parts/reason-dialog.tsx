import { Dialog } from '#ui/dialog.tsx';
import { Form } from '#ui/form.tsx';
import { words } from './cash-words.ts';

interface ReasonDialogProps {
  readonly title: string;
  /** Answers the refusal to show, or nothing when it went through. */
  readonly onReason: (reason: string) => Promise<string | undefined>;
  readonly onClose: () => void;
}

/** Nothing is taken back without a reason. */
export function ReasonDialog({ title, onReason, onClose }: ReasonDialogProps) {
  const w = words.use();
  return (
    <Dialog open title={title} onClose={onClose}>
      <Form
        danger
        fields={[
          {
            ...{ key: 'reason', kind: 'longText', label: w('reason'), required: true, maxLength: 500 },
            hint: w('reverseHint'),
          },
        ]}
        submitLabel={title}
        onCancel={onClose}
        onSubmit={async ({ reason }) => {
          const refused = await onReason(String(reason));
          if (refused) return [{ message: refused }];
          onClose();
          return undefined;
        }}
      />
    </Dialog>
  );
}

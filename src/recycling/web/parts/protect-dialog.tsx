import { addDays, dayOf } from '#kernel/values/day.ts';
import { isProblem, useAct } from '#kernel/web/use-operation.ts';
import { protectLead } from '#leads/contract/protection.ts';
import { Dialog } from '#ui/dialog.tsx';
import { Form } from '#ui/form.tsx';
import { useToasts } from '#ui/toast.tsx';
import { useUi } from '#ui/ui-context.ts';
import { useNow } from '#ui/use-now.ts';
import { words } from './recycling-words.ts';
import { useDay } from './use-day.ts';

interface ProtectDialogProps {
  readonly id: string;
  readonly held: number;
  readonly cap: number;
  readonly days: number;
  readonly left: number;
  readonly onClose: () => void;
}

/** Asks until when a lead is to be protected, saying how many one has protected already. */
export function ProtectDialog({ id, held, cap, days, left, onClose }: ProtectDialogProps) {
  const w = words.use();
  const day = useDay();
  const { zone } = useUi();
  const today = dayOf(useNow(), zone);
  const toasts = useToasts();
  const protect = useAct(protectLead, { quiet: true });
  return (
    <Dialog open title={w('protectTitle')} onClose={onClose}>
      <Form
        fields={[
          {
            key: 'until',
            kind: 'date',
            label: w('protectUntil'),
            required: true,
            hint: w('protectHint', { held, cap, days, left }),
          },
        ]}
        initial={{ until: addDays(today, Math.min(30, days)) }}
        submitLabel={w('protect')}
        onCancel={onClose}
        onDone={onClose}
        onSubmit={async ({ until }) => {
          const answer = await protect({ id, until: String(until) });
          if (isProblem(answer))
            return [{ field: 'until', message: answer.errors[0]?.message ?? answer.message }];
          toasts.show({ text: w('protectedDone', { until: day(String(until)) }) });
          return undefined;
        }}
      />
    </Dialog>
  );
}

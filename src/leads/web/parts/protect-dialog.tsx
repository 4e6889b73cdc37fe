import { addDays, dayOf } from '#kernel/values/day.ts';
import { useActOnMany } from '#kernel/web/act-on-many.ts';
import type { AboutRowsProps } from '#kernel/web/assign-dialog.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Form } from '#ui/form.tsx';
import { useUi } from '#ui/ui-context.ts';
import { useNow } from '#ui/use-now.ts';
import { bulkProtect } from '../../contract/protection.ts';
import { words } from './lead-words.ts';

/** Asks until when the chosen leads are to be protected; what goes beyond one's limit is refused one by one. */
export function ProtectDialog({ ids, onClose, onDone }: AboutRowsProps) {
  const w = words.use();
  const { zone } = useUi();
  const act = useActOnMany();
  const today = dayOf(useNow(), zone);
  return (
    <Dialog open title={w('protectTitle')} onClose={onClose}>
      <Form
        fields={[{ key: 'until', kind: 'date', label: w('protectUntil'), required: true }]}
        initial={{ until: addDays(today, 30) }}
        submitLabel={w('protect')}
        onCancel={onClose}
        onSubmit={async ({ until }) => {
          if (await act(bulkProtect, ids, { until }, { done: (n) => w('protectedMany', { n }) })) onDone();
        }}
      />
    </Dialog>
  );
}

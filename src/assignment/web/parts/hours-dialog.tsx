import { Button } from 'antd';
import { useState } from 'react';
import type { Output } from '#kernel/contract.ts';
import { isProblem, useAct } from '#kernel/web/use-operation.ts';
import { Dialog } from '#ui/dialog.tsx';
import { useToasts } from '#ui/toast.tsx';
import { type listLeaves, setHours } from '../../contract.ts';
import { words } from './assignment-words.ts';
import { areHoursWhole, type Hours, HoursEditor } from './hours-editor.tsx';

interface HoursDialogProps {
  readonly person: Output<typeof listLeaves>['people'][number];
  readonly office: Hours;
  readonly onClose: () => void;
}

/** Gives somebody hours of his own, or those of the company again. */
export function HoursDialog({ person, office, onClose }: HoursDialogProps) {
  const w = words.use();
  const toasts = useToasts();
  const act = useAct(setHours);
  const [hours, setDraft] = useState<Hours>(person.hours ?? office);
  const save = async (next: Hours | null) => {
    if (isProblem(await act({ userId: person.id, hours: next }))) return;
    toasts.show({ text: w('saved') });
    onClose();
  };
  return (
    <Dialog
      open
      size="form"
      padded
      title={w('hoursOf', { name: person.name })}
      onClose={onClose}
      footer={
        <>
          {person.hours ? <Button onClick={() => void save(null)}>{w('useCompany')}</Button> : null}
          <Button type="primary" disabled={!areHoursWhole(hours)} onClick={() => void save(hours)}>
            {w('save')}
          </Button>
        </>
      }
    >
      <HoursEditor hours={hours} onChange={setDraft} />
    </Dialog>
  );
}

import { Button } from 'antd';
import { useState } from 'react';
import { isProblem, useAct } from '#kernel/web/use-operation.ts';
import { Dialog } from '#ui/dialog.tsx';
import { deleteForm } from '../../contract/forms.ts';
import { deleteSource } from '../../contract/sources.ts';
import { words } from './capture-words.ts';

interface RemoveButtonProps {
  readonly kind: 'form' | 'source';
  readonly id: string;
  readonly name: string;
  readonly onGone: () => void;
}

/** Deletes a form or source after a question: its address stops working for everybody who has it. */
export function RemoveButton({ kind, id, name, onGone }: RemoveButtonProps) {
  const w = words.use();
  const [asking, setAsking] = useState(false);
  const removeForm = useAct(deleteForm);
  const removeSource = useAct(deleteSource);
  async function remove() {
    const answer = await (kind === 'form' ? removeForm({ id }) : removeSource({ id }));
    setAsking(false);
    if (!isProblem(answer)) onGone();
  }
  return (
    <>
      <Button onClick={() => setAsking(true)}>{w('remove')}</Button>
      <Dialog
        open={asking}
        size="small"
        padded
        title={kind === 'form' ? w('removeForm', { name }) : w('removeSource', { name })}
        onClose={() => setAsking(false)}
        footer={
          <>
            <Button onClick={() => setAsking(false)}>{w('cancel')}</Button>
            <Button type="primary" danger onClick={() => void remove()}>
              {w('remove')}
            </Button>
          </>
        }
      >
        {w('removeHint')}
      </Dialog>
    </>
  );
}

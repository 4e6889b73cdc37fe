import { Button } from 'antd';
import { isProblem, useAct } from '#kernel/web/use-operation.ts';
import { Dialog } from '#ui/dialog.tsx';
import { undoImport } from '../../contract/imports.ts';
import type { ImportDetail } from './import-types.ts';
import { words } from './transfer-words.ts';

interface UndoDialogProps {
  readonly one: Pick<ImportDetail, 'id' | 'created' | 'updated'>;
  readonly onClose: () => void;
}

/** Says what an undo will do before it is done. */
export function UndoDialog({ one, onClose }: UndoDialogProps) {
  const w = words.use();
  const undo = useAct(undoImport);
  return (
    <Dialog
      open
      padded
      title={w('undoTitle')}
      onClose={onClose}
      footer={
        <Button
          danger
          type="primary"
          onClick={() =>
            void undo({ id: one.id }).then((answer) => (isProblem(answer) ? undefined : onClose()))
          }
        >
          {w('undo')}
        </Button>
      }
    >
      <p>{w('undoText', { created: one.created, updated: one.updated })}</p>
    </Dialog>
  );
}

import { Button } from 'antd';
import { TimeText } from '#ui/date-text.tsx';
import { Dialog } from '#ui/dialog.tsx';
import type { ImportDetail } from './import-types.ts';
import { words } from './transfer-words.ts';

interface AgainDialogProps {
  readonly one: ImportDetail;
  readonly onClose: () => void;
  readonly onAgain: () => void;
}

/** A second yes for a file that was imported within the last day. */
export function AgainDialog({ one, onClose, onAgain }: AgainDialogProps) {
  const w = words.use();
  return (
    <Dialog
      open
      padded
      title={w('importAgainTitle')}
      onClose={onClose}
      footer={
        <Button type="primary" onClick={onAgain}>
          {w('importAgain')}
        </Button>
      }
    >
      {one.sameFile ? (
        <p>
          {w('sameFile', { by: one.sameFile.by })} <TimeText at={one.sameFile.at} as="exact" />
        </p>
      ) : null}
      <p>{w('sameFileHint')}</p>
    </Dialog>
  );
}

import { Button } from 'antd';
import { Dialog } from '#ui/dialog.tsx';
import { words } from './identity-words.ts';
import { RecoveryCodes } from './recovery-codes.tsx';

interface RecoveryDialogProps {
  readonly codes: readonly string[];
  readonly onClose: () => void;
}

/** The codes for the day the phone is lost. */
export function RecoveryDialog({ codes, onClose }: RecoveryDialogProps) {
  const w = words.use();
  const kept = (
    <Button type="primary" onClick={onClose}>
      {w('done')}
    </Button>
  );
  return (
    <Dialog open padded title={w('recoveryTitle')} onClose={onClose} footer={kept}>
      <RecoveryCodes codes={codes} />
    </Dialog>
  );
}

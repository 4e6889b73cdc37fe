import { EditRecordDialog } from '#kernel/web/edit-record-dialog.tsx';
import { updateLead } from '../../contract.ts';
import { leadObject } from '../../fields.ts';
import { AssignDialog } from './assign-dialog.tsx';
import { ClaimDialog } from './claim-dialog.tsx';
import { ConvertDialog } from './convert-dialog.tsx';
import { InvalidateDialog } from './invalidate-dialog.tsx';
import { words } from './lead-words.ts';
import { NurtureDialog } from './nurture-dialog.tsx';
import { ReleaseDialog } from './release-dialog.tsx';
import { TransferDialog } from './transfer-dialog.tsx';

export type LeadAsking =
  | 'convert'
  | 'release'
  | 'assign'
  | 'invalidate'
  | 'edit'
  | 'nurture'
  | 'transfer'
  | 'claimWithReason'
  | null;

interface LeadDialogsProps {
  readonly id: string;
  readonly lead: Readonly<Record<string, unknown>>;
  readonly asking: LeadAsking;
  readonly onClose: () => void;
  /** The lead is no longer one's own: the next one is shown instead. */
  readonly onGone?: () => void;
}

/** The dialog behind the pressed action of one lead. */
export function LeadDialogs({ id, lead, asking, onClose, onGone }: LeadDialogsProps) {
  const w = words.use();
  const gone = () => {
    onClose();
    onGone?.();
  };
  switch (asking) {
    case 'convert':
      return (
        <ConvertDialog
          id={id}
          company={String(lead.company)}
          amount={String(lead.expectedAmount ?? '')}
          onClose={onClose}
        />
      );
    case 'release':
      return <ReleaseDialog ids={[id]} onClose={onClose} onDone={gone} />;
    case 'assign':
      return <AssignDialog ids={[id]} onClose={onClose} onDone={onClose} />;
    case 'invalidate':
      return <InvalidateDialog id={id} onClose={onClose} />;
    case 'nurture':
      return <NurtureDialog id={id} onClose={onClose} />;
    case 'transfer':
      return <TransferDialog ids={[id]} onClose={onClose} onDone={onClose} />;
    case 'claimWithReason':
      return <ClaimDialog id={id} name={String(lead.company)} onClose={onClose} />;
    case 'edit':
      return (
        <EditRecordDialog
          definition={leadObject}
          update={updateLead}
          row={lead}
          title={w('edit')}
          onClose={onClose}
        />
      );
    case null:
      return null;
  }
}

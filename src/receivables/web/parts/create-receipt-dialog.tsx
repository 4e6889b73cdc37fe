import { useNavigate } from '@tanstack/react-router';
import { dayOf } from '#kernel/values/day.ts';
import { CreateRecordDialog } from '#kernel/web/create-record-dialog.tsx';
import { useSession } from '#kernel/web/session.ts';
import type { CreateProps } from '#kernel/web/slice.ts';
import { useNow } from '#ui/use-now.ts';
import { createReceipt } from '../../contract.ts';
import { receiptObject } from '../../fields.ts';
import { words } from './cash-words.ts';

const asked = ['accountId', 'amount', 'bankDate', 'payer', 'bankAccount', 'reference', 'method', 'memo'];

/** Posts money that came in, then opens it for allocation. */
export function CreateReceiptDialog({ initial, ...props }: CreateProps) {
  const w = words.use();
  const navigate = useNavigate();
  const today = dayOf(useNow(), useSession().org.zone);
  return (
    <CreateRecordDialog
      {...props}
      definition={receiptObject}
      create={createReceipt}
      title={w('create')}
      size="form"
      asked={asked}
      initial={{ bankDate: today, method: 'transfer', ...initial }}
      submitLabel={w('createFirst')}
      then={(id) => void navigate({ to: '/receipts', search: { open: id } as never })}
    />
  );
}

import { Button } from 'antd';
import { Plus, Wallet } from 'lucide-react';
import { useMemo, useState } from 'react';
import { ListScreen } from '#kernel/web/list-screen.tsx';
import { useMay } from '#kernel/web/session.ts';
import { usePhone } from '#ui/use-viewport.ts';
import { receiptList } from '../../contract.ts';
import { receiptCard, receiptColumns } from '../parts/cash-columns.tsx';
import { CashSections } from '../parts/cash-sections.tsx';
import { words } from '../parts/cash-words.ts';
import { CreateReceiptDialog } from '../parts/create-receipt-dialog.tsx';
import { ReceiptPanel } from '../parts/receipt-panel.tsx';

const shown = [
  ...['number', 'accountId', 'bankDate', 'amount', 'allocated', 'remaining', 'status', 'payer'],
  'reference',
];
const all = (...rules: readonly object[]) => ({ combinator: 'and', rules }) as never;

/** 收款: what waits to be allocated, and everything that came in. */
export function Screen() {
  const w = words.use();
  const phone = usePhone();
  const may = useMay();
  const [creating, setCreating] = useState(false);
  const views = useMemo(
    () => [
      {
        key: 'waiting',
        label: w('waiting'),
        condition: all({ field: 'remaining', operator: '>', value: '0' }),
      },
      {
        key: 'done',
        label: w('allocatedAll'),
        condition: all({ field: 'status', operator: '=', value: 'done' }),
      },
      { key: 'all', label: w('all') },
    ],
    [w],
  );
  return (
    <>
      <ListScreen
        list={receiptList}
        title={w('title')}
        columns={shown}
        changes={receiptColumns}
        views={views}
        card={receiptCard}
        empty={{ icon: Wallet, title: w('emptyReceipts'), children: w('emptyReceiptsHint') }}
        limit={phone ? undefined : <CashSections current="receipts" />}
        panel={(id, place) => <ReceiptPanel key={id} id={id} place={place} />}
        actions={
          phone ? (
            <CashSections current="receipts" />
          ) : may('receipts.create') ? (
            <Button type="primary" icon={<Plus size={14} />} onClick={() => setCreating(true)}>
              {w('create')}
            </Button>
          ) : undefined
        }
      />
      {creating ? <CreateReceiptDialog onClose={() => setCreating(false)} /> : null}
    </>
  );
}

import { useNavigate } from '@tanstack/react-router';
import { ScrollText } from 'lucide-react';
import { encodeListSearch } from '#kernel/lists-filter-url.ts';
import { useSession } from '#kernel/web/session.ts';
import type { PanelProps } from '#kernel/web/slice.ts';
import { useRead } from '#kernel/web/use-operation.ts';
import { Money } from '#ui/money.tsx';
import { MoneyCellView } from '#ui/money-strip.tsx';
import { contractList } from '../../contract.ts';
import { words } from './contract-words.ts';

/** 合同 in the money strip: what this customer has signed with us, in our own currency. */
export function ContractMoneyCell({ recordId }: PanelProps) {
  const w = words.use();
  const navigate = useNavigate();
  const { currency } = useSession().org;
  const condition = {
    combinator: 'and',
    rules: [
      { field: 'accountId', operator: '=', value: recordId },
      { field: 'currency', operator: '=', value: currency },
    ],
  } as const;
  const { data } = useRead(
    contractList.aggregate,
    {
      filter: condition as never,
      groupBy: ['status'],
      measures: [{ fn: 'count' }, { fn: 'sum', field: 'amount' }],
    },
    { keep: true },
  );
  const of = (status: string) => data?.rows.find((row) => row.group[0] === status)?.values ?? [0, '0.00'];
  const [signed, sum] = of('active');
  const [waiting] = of('inApproval');
  const active = {
    ...condition,
    rules: [...condition.rules, { field: 'status', operator: '=', value: 'active' }],
  };
  return (
    <MoneyCellView
      cell={{
        key: 'contracts',
        icon: ScrollText,
        label: w('title'),
        count: w('activeCount', { n: Number(signed) }),
        sum: <Money amount={data ? String(sum) : null} currency={currency} />,
        share: Number(sum) > 0 ? 1 : 0,
        state:
          Number(waiting) > 0
            ? w('moneyWaiting', { n: Number(waiting) })
            : Number(signed) > 0
              ? w('moneyState', { n: Number(signed) })
              : w('moneyNone'),
        onOpen: () =>
          void navigate({
            to: '/contracts',
            search: { view: 'all', ...encodeListSearch({ condition: active as never }) } as never,
          }),
      }}
    />
  );
}

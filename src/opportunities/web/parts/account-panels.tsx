import { useNavigate } from '@tanstack/react-router';
import { Handshake, Plus } from 'lucide-react';
import { useState } from 'react';
import { percentOf } from '#kernel/values/percent.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import { useMay } from '#kernel/web/session.ts';
import type { PanelProps } from '#kernel/web/slice.ts';
import { useRead } from '#kernel/web/use-operation.ts';
import { DateText } from '#ui/date-text.tsx';
import { FigureCell } from '#ui/figure-strip.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { Lines } from '#ui/lines.tsx';
import { Money } from '#ui/money.tsx';
import { MoneyCellView } from '#ui/money-strip.tsx';
import { Section } from '#ui/panel-section.tsx';
import { opportunityList } from '../../contract.ts';
import { defaultStages } from '../../model.ts';
import { CreateOpportunityDialog } from './create-opportunity-dialog.tsx';
import { words } from './opportunity-words.ts';

const openAt = (accountId: string) => ({
  combinator: 'and' as const,
  rules: [
    { field: 'accountId', operator: '=' as const, value: accountId },
    { field: 'status', operator: '=' as const, value: 'open' },
  ],
});

/** Sums of a customer's open deals, once for every panel that shows them. */
function useOpenSums(accountId: string) {
  const { data } = useRead(opportunityList.aggregate, {
    filter: openAt(accountId),
    measures: [{ fn: 'count' }, { fn: 'sum', field: 'amount' }, { fn: 'sum', field: 'weighted' }],
  });
  const [count = 0, amount = '0', weighted = '0'] = data?.rows[0]?.values ?? [];
  return { count: Number(count), amount: String(amount), weighted: String(weighted) };
}

/** 累计赢单 on the customer's strip: what was won, of how many that were decided. */
export function WonFigure({ recordId }: PanelProps) {
  const w = words.use();
  const { data } = useRead(opportunityList.aggregate, {
    filter: { field: 'accountId', operator: '=', value: recordId },
    groupBy: ['status'],
    measures: [{ fn: 'count' }, { fn: 'sum', field: 'amount' }],
  });
  const of = (status: string) => data?.rows.find((row) => row.group[0] === status)?.values ?? [0, '0'];
  const won = Number(of('won')[0]);
  const decided = won + Number(of('lost')[0]);
  return (
    <FigureCell
      figure={{
        key: 'won',
        label: w('wonTotal'),
        figure: <Money amount={String(of('won')[1])} />,
        note: decided === 0 ? w('noneDecided') : w('wonOf', { won, decided }),
      }}
    />
  );
}

/** 商机 in the money strip: how much is on the way with this customer, and how likely. */
export function DealCell({ recordId }: PanelProps) {
  const w = words.use();
  const navigate = useNavigate();
  const { count, amount, weighted } = useOpenSums(recordId);
  const rate = Number(amount) > 0 ? percentOf(weighted, amount, 0) : null;
  return (
    <MoneyCellView
      first
      cell={{
        key: 'opportunities',
        icon: Handshake,
        label: w('title'),
        count: w('cellCount', { n: count }),
        sum: <Money amount={amount} />,
        share: count > 0 ? 1 : 0,
        state: rate ? w('cellState', { rate }) : w('cellNone'),
        onOpen: () =>
          void navigate({
            to: '/opportunities',
            search: {
              view: 'all',
              f: JSON.stringify(['&', ['accountId', '=', recordId], ['status', '=', 'open']]),
              as: 'list',
            } as never,
          }),
      }}
    />
  );
}

/** 在途商机 beside the customer: the open deals, soonest first. */
export function OpenDeals({ recordId }: PanelProps) {
  const w = words.use();
  const locale = localePreference.use();
  const may = useMay();
  const navigate = useNavigate();
  const [creating, setCreating] = useState(false);
  const { amount } = useOpenSums(recordId);
  const { data } = useRead(opportunityList.list, {
    filter: JSON.stringify(openAt(recordId)),
    sort: 'expectedCloseOn',
    limit: 10,
    total: 'false',
  });
  const items = data?.items ?? [];
  const nameOf = (key: unknown) => {
    const stage = defaultStages.find((one) => one.key === key);
    return stage ? (locale === 'zh' ? stage.nameZh : stage.nameEn) : '';
  };
  return (
    <Section
      title={w('inTransit')}
      note={<Money amount={amount} />}
      aside={
        may('opportunities.create') ? (
          <IconButton icon={Plus} size={14} label={w('create')} onClick={() => setCreating(true)} />
        ) : undefined
      }
    >
      {items.length === 0 ? (
        <p className="yd-text3">{w('noDeals')}</p>
      ) : (
        <Lines
          ruled
          lines={items.map((row) => ({
            key: String(row.id),
            title: String(row.name),
            under: nameOf(row.stage),
            value: <Money amount={typeof row.amount === 'string' ? row.amount : null} />,
            valueUnder: (
              <DateText day={typeof row.expectedCloseOn === 'string' ? row.expectedCloseOn : null} />
            ),
            onOpen: () => void navigate({ to: `/opportunities/${String(row.id)}` }),
          }))}
        />
      )}
      {creating ? (
        <CreateOpportunityDialog onClose={() => setCreating(false)} initial={{ accountId: recordId }} />
      ) : null}
    </Section>
  );
}

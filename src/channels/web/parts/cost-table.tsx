import { Select } from 'antd';
import { useState } from 'react';
import type { Output } from '#kernel/contract.ts';
import { moneyText } from '#kernel/values/money-text.ts';
import { useMay } from '#kernel/web/session.ts';
import { FactList } from '#ui/fact-list.tsx';
import { Money } from '#ui/money.tsx';
import { PlainTable } from '#ui/plain-table.tsx';
import { usePhone } from '#ui/use-viewport.ts';
import type { costGrid } from '../../contract.ts';
import { words } from './channel-words.ts';
import { CostCell } from './cost-cell.tsx';
import { useLayBlock } from './lay-block.ts';
import { useChannelName } from './report-looking.ts';

type Grid = Output<typeof costGrid>;
type Line = Grid['rows'][number];

const keyOf = ({ channel, campaignId }: Line) => `${channel} ${campaignId ?? ''}`;

/** A year of costs: a line per channel and campaign, a column per month; on a phone one month at a time. */
export function CostTable({ data }: { readonly data: Grid }) {
  return usePhone() ? <OneMonth data={data} /> : <WholeYear data={data} />;
}

function WholeYear({ data }: { readonly data: Grid }) {
  const w = words.use();
  const name = useLineName();
  const cell = useCell(data);
  return (
    <PlainTable<Line>
      label={w('costs')}
      rows={data.rows}
      rowKey={keyOf}
      depth={(line) => (line.campaignId ? 1 : 0)}
      columns={[
        { key: 'name', label: w('channel'), width: 200, render: (line) => name(line), total: w('total') },
        {
          key: 'total',
          label: w('rowTotal'),
          right: true,
          render: (line: Line) => <Exact amount={line.total} currency={data.currency} />,
          total: <Exact amount={data.total} currency={data.currency} />,
        },
        ...data.months.map((month, at) => ({
          key: month,
          label: month.slice(5).replace(/^0/, ''),
          right: true,
          render: (line: Line) => cell(line, at),
          total: <Exact amount={data.totals[at] ?? null} currency={data.currency} />,
        })),
      ]}
    />
  );
}

function OneMonth({ data }: { readonly data: Grid }) {
  const w = words.use();
  const name = useLineName();
  const cell = useCell(data);
  const [month, setMonth] = useState(() => {
    const now = new Date().toISOString().slice(0, 7);
    return data.months.includes(now) ? now : (data.months[0] ?? now);
  });
  const at = data.months.indexOf(month);
  return (
    <div className="yd-panel-tab">
      <Select
        aria-label={w('chooseMonth')}
        value={month}
        onChange={setMonth}
        style={{ width: '100%' }}
        options={data.months.map((value) => ({ value, label: value }))}
      />
      <FactList
        right
        facts={[
          ...data.rows.map((line) => ({ key: keyOf(line), label: name(line), value: cell(line, at) })),
          {
            key: 'total',
            label: w('total'),
            value: <Exact amount={data.totals[at] ?? null} currency={data.currency} />,
          },
        ]}
      />
    </div>
  );
}

function Exact({ amount, currency }: { readonly amount: string | null; readonly currency: string }) {
  return amount === null || Number(amount) === 0 ? (
    <>—</>
  ) : (
    <Money amount={amount} currency={currency} as="exact" />
  );
}

function useLineName(): (line: Line) => string {
  const channelName = useChannelName();
  return (line) => line.name ?? channelName(line.channel);
}

function useCell(data: Grid) {
  const { months, currency } = data;
  const may = useMay();
  const lay = useLayBlock(data);
  const name = useLineName();
  return (line: Line, at: number) => {
    const amount = line.cells[at] ?? null;
    if (!may('channelCosts.update'))
      return amount === null || Number(amount) === 0 ? '—' : moneyText(amount, currency);
    const month = months[at] ?? '';
    return (
      <CostCell
        place={{ channel: line.channel, campaignId: line.campaignId, month }}
        name={name(line)}
        amount={amount}
        currency={currency}
        onBlock={(block) => void lay(block, data.rows.indexOf(line), at)}
      />
    );
  };
}

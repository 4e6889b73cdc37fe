import { FileCheck2 } from 'lucide-react';
import { ListScreen } from '#kernel/web/list-screen.tsx';
import { DateText } from '#ui/date-text.tsx';
import { Money } from '#ui/money.tsx';
import { resultList } from '../../contract.ts';
import { words } from '../parts/channel-words.ts';
import { useChannelName } from '../parts/report-looking.ts';
import { ResultLink } from '../parts/row-links.tsx';

const shown = [
  'title',
  'kind',
  'accountId',
  'channel',
  'campaignId',
  'happenedOn',
  'amount',
  'linearAmount',
  'ownerId',
];

/** Deals, contracts and money behind a number of the channel report, each with the share of its channel. */
export function Screen() {
  const w = words.use();
  const channelName = useChannelName();
  return (
    <ListScreen
      list={resultList}
      title={w('results')}
      columns={[...shown, 'outcomeId']}
      changes={() => ({ title: { render: (row) => <ResultLink row={row} /> }, outcomeId: { hidden: true } })}
      views={[{ key: 'all', label: w('all') }]}
      card={(row, names) => ({
        title: <ResultLink row={row} />,
        tag: channelName(row.channel as string),
        lines: [
          names[String(row.accountId)],
          <span key="money">
            <Money amount={String(row.amount)} currency={String(row.currency ?? 'CNY')} as="exact" />{' '}
            <DateText day={String(row.happenedOn)} />
          </span>,
        ],
      })}
      empty={{ icon: FileCheck2, title: w('resultsEmpty'), children: w('emptyDrillHint') }}
    />
  );
}

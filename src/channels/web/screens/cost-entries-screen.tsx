import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { Wallet } from 'lucide-react';
import { ListScreen } from '#kernel/web/list-screen.tsx';
import { Money } from '#ui/money.tsx';
import { costList } from '../../contract.ts';
import { words } from '../parts/channel-words.ts';
import { useChannelName } from '../parts/report-looking.ts';

/** Every cost that was entered, a row per month. */
export function Screen() {
  const w = words.use();
  const navigate = useNavigate();
  const channelName = useChannelName();
  return (
    <ListScreen
      list={costList}
      title={w('costRows')}
      columns={['month', 'channel', 'campaignId', 'amount', 'note']}
      changes={() => ({ month: { render: (row) => String(row.month).slice(0, 7) } })}
      views={[{ key: 'all', label: w('all') }]}
      card={(row, names) => ({
        title: channelName(row.channel as string),
        tag: String(row.month).slice(0, 7),
        lines: [
          names[String(row.campaignId)] ?? w('wholeChannel'),
          <Money key="amount" amount={String(row.amount)} as="exact" />,
        ],
      })}
      empty={{ icon: Wallet, title: w('costsEmptyTitle'), children: w('costsEmptyHint') }}
      actions={<Button onClick={() => void navigate({ to: '/channels/costs' })}>{w('costs')}</Button>}
    />
  );
}

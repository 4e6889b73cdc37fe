import { Magnet } from 'lucide-react';
import { ListScreen } from '#kernel/web/list-screen.tsx';
import { DateText } from '#ui/date-text.tsx';
import { touchList } from '../../contract.ts';
import { words } from '../parts/channel-words.ts';
import { useChannelName } from '../parts/report-looking.ts';
import { LeadLink } from '../parts/row-links.tsx';

const shown = [
  'company',
  'channel',
  'campaignId',
  'capturedAt',
  'reached',
  'followed',
  'converted',
  'linearShare',
  'ownerId',
];

/** The leads behind a number of the channel report: one row per touch, with its share. */
export function Screen() {
  const w = words.use();
  const channelName = useChannelName();
  return (
    <ListScreen
      list={touchList}
      title={w('touches')}
      columns={[...shown, 'leadId']}
      changes={() => ({ company: { render: (row) => <LeadLink row={row} /> }, leadId: { hidden: true } })}
      views={[{ key: 'all', label: w('all') }]}
      card={(row, names) => ({
        title: <LeadLink row={row} />,
        tag: channelName(row.channel as string),
        lines: [
          names[String(row.campaignId)] ?? w('noCampaign'),
          <span key="when">
            {names[String(row.ownerId)]} <DateText day={String(row.capturedAt).slice(0, 10)} />
          </span>,
        ],
      })}
      empty={{ icon: Magnet, title: w('touchesEmpty'), children: w('emptyDrillHint') }}
    />
  );
}

import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { Megaphone } from 'lucide-react';
import { useState } from 'react';
import type { Condition } from '#kernel/conditions/tree.ts';
import { CreateButton } from '#kernel/web/create-button.tsx';
import { useEditCell } from '#kernel/web/edit-cell.tsx';
import { ListScreen } from '#kernel/web/list-screen.tsx';
import { useMay } from '#kernel/web/session.ts';
import { useRead } from '#kernel/web/use-operation.ts';
import { DateText } from '#ui/date-text.tsx';
import { Money } from '#ui/money.tsx';
import { Notice } from '#ui/notice.tsx';
import { campaignList, unknownCampaigns, updateCampaign } from '../../contract.ts';
import { campaignObject } from '../../fields/campaign.ts';
import { CampaignPanel } from '../parts/campaign-panel.tsx';
import { words } from '../parts/channel-words.ts';
import { CreateCampaignDialog } from '../parts/create-campaign-dialog.tsx';
import { useChannelName } from '../parts/report-looking.ts';

const status = (value: string): Condition => ({
  combinator: 'and',
  rules: [{ field: 'status', operator: '=', value }],
});

/** 市场活动: what marketing runs, plans and has run, with budget and what was spent. */
export function Screen() {
  const w = words.use();
  const may = useMay();
  const navigate = useNavigate();
  const channelName = useChannelName();
  const edit = useEditCell(updateCampaign, campaignObject);
  return (
    <ListScreen
      list={campaignList}
      title={w('campaigns')}
      columns={['name', 'channel', 'status', 'startsOn', 'endsOn', 'budget', 'spent', 'code']}
      views={[
        { key: 'all', label: w('all') },
        { key: 'running', label: w('running'), condition: status('running') },
        { key: 'planned', label: w('planned'), condition: status('planned') },
      ]}
      card={(row) => ({
        title: String(row.name),
        tag: channelName(row.channel as string),
        lines: [
          row.startsOn ? <DateText key="on" day={String(row.startsOn)} /> : '',
          <span key="money">
            <Money amount={(row.spent ?? null) as string | null} /> /{' '}
            <Money amount={(row.budget ?? null) as string | null} />
          </span>,
        ],
      })}
      empty={{ icon: Megaphone, title: w('campaignEmptyTitle'), children: w('campaignEmptyHint') }}
      figures={<Unknown />}
      panel={(id, place) => <CampaignPanel key={id} id={id} place={place} />}
      onEdit={may('campaigns.update') ? edit : undefined}
      actions={
        <>
          {may('channelCosts.read') ? (
            <Button onClick={() => void navigate({ to: '/channels/costs' })}>{w('costs')}</Button>
          ) : null}
          <CreateButton right="campaigns.update" label={w('campaignCreate')} Dialog={CreateCampaignDialog} />
        </>
      }
    />
  );
}

/** Names that leads carry and nobody entered: entering one brings its leads along. */
function Unknown() {
  const w = words.use();
  const may = useMay();
  const { data } = useRead(unknownCampaigns, {}, { keep: true });
  const [chosen, setChosen] = useState<{ name: string; channel: string } | undefined>();
  const first = data?.items[0];
  if (!data || !first || !may('campaigns.update')) return null;
  return (
    <>
      <Notice
        tone="warn"
        quiet
        title={w('unknownTitle', { n: data.items.length, count: data.items.length })}
        action={
          <button type="button" className="yd-plain yd-link" onClick={() => setChosen(first)}>
            {w('enter', { name: first.name, n: first.leads })}
          </button>
        }
      >
        {w('unknownText')}
      </Notice>
      {chosen ? (
        <CreateCampaignDialog
          initial={{ name: chosen.name.trim(), channel: chosen.channel, status: 'running' }}
          onClose={() => setChosen(undefined)}
        />
      ) : null}
    </>
  );
}

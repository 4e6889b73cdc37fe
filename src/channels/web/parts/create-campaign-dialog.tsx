import { CreateRecordDialog } from '#kernel/web/create-record-dialog.tsx';
import type { CreateProps } from '#kernel/web/slice.ts';
import { createCampaign } from '../../contract.ts';
import { campaignObject } from '../../fields/campaign.ts';
import { words } from './channel-words.ts';

const asked = ['name', 'channel', 'status', 'startsOn', 'endsOn', 'budget', 'code', 'note'];

/** A campaign: name, channel, when, how much it may cost, and the code its links carry. */
export function CreateCampaignDialog(props: CreateProps) {
  const w = words.use();
  return (
    <CreateRecordDialog
      {...props}
      initial={{ status: 'planned', ...props.initial }}
      definition={campaignObject}
      create={createCampaign}
      title={w('campaignCreate')}
      asked={asked}
      size="form"
    />
  );
}

import { channelChoices } from '#accounts/model.ts';
import { defineObject } from '#kernel/fields.ts';

const shown = { filter: true, exportable: true } as const;

/** Cost: what a channel or a campaign cost in one month, to the cent (投入). */
export const costObject = defineObject({
  object: 'channelCosts',
  table: 'channel_costs',
  label: { zh: '渠道费用', en: 'Channel costs' },
  nameField: 'channel',
  defaultSort: '-month,-amount',
  fields: [
    {
      ...shown,
      key: 'month',
      type: 'date',
      label: { zh: '月份', en: 'Month' },
      required: true,
      sort: true,
      width: 112,
    },
    {
      ...shown,
      key: 'channel',
      type: 'choice',
      label: { zh: '渠道', en: 'Channel' },
      required: true,
      sort: true,
      group: true,
      choices: channelChoices,
      width: 112,
    },
    {
      ...shown,
      key: 'campaignId',
      type: 'reference',
      reference: 'campaigns',
      label: { zh: '市场活动', en: 'Campaign' },
      group: true,
      width: 200,
    },
    {
      ...shown,
      key: 'amount',
      type: 'money',
      label: { zh: '费用', en: 'Cost' },
      required: true,
      min: '0',
      sort: true,
      width: 128,
    },
    {
      ...shown,
      key: 'note',
      type: 'text',
      label: { zh: '备注', en: 'Note' },
      width: 200,
    },
  ],
});

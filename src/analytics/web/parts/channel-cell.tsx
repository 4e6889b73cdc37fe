import { channelChoices } from '#accounts/model.ts';
import { percentText } from '#kernel/values/number-text.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import { ChartHead } from '#ui/chart-frame.tsx';
import { Meter } from '#ui/meter.tsx';
import { OpenNumber } from '#ui/open-number.tsx';
import { PlainTable } from '#ui/plain-table.tsx';
import { rateOf } from '../../rules/rates.ts';
import { words } from './analytics-words.ts';
import type { Figures } from './looking.ts';

/** Leads in, leads converted, by channel; the total is weighted by what each channel brought. */
export function ChannelCell({ figures }: { readonly figures: Figures }) {
  const w = words.use();
  const locale = localePreference.use();
  const rows = [...figures.groups('channel.leads')].sort(
    (one, other) => figures.count(`channel.leads.${other}`) - figures.count(`channel.leads.${one}`),
  );
  const nameOf = (key: string) => channelChoices.find((choice) => choice.key === key)?.label[locale] ?? key;
  const count = (key: string) => (
    <OpenNumber onOpen={figures.open(key)}>{figures.count(key).toLocaleString('en')}</OpenNumber>
  );
  const rate = (suffix: string) => {
    const share = rateOf(
      figures.count(`channel.converted${suffix}`),
      figures.count(`channel.leads${suffix}`),
    );
    return (
      <Meter share={Number(share ?? 0) / 100}>
        <span className="yd-num">{percentText(share, 1)}</span>
      </Meter>
    );
  };
  return (
    <div>
      <ChartHead title={w('channels')} note={w('channelsHint')} />
      <PlainTable
        label={w('channels')}
        rows={rows}
        rowKey={(key) => key}
        columns={[
          { key: 'channel', label: w('channel'), render: nameOf, total: w('total') },
          {
            key: 'leads',
            label: w('leads'),
            right: true,
            render: (key) => count(`channel.leads.${key}`),
            total: count('channel.leads'),
          },
          {
            key: 'converted',
            label: w('converted'),
            right: true,
            render: (key) => count(`channel.converted.${key}`),
            total: count('channel.converted'),
          },
          { key: 'rate', label: w('conversion'), render: (key) => rate(`.${key}`), total: rate('') },
        ]}
      />
    </div>
  );
}

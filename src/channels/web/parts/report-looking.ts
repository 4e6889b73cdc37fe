import { useNavigate, useSearch } from '@tanstack/react-router';
import { channelChoices } from '#accounts/model.ts';
import type { Output } from '#kernel/contract.ts';
import { type Figures, type ListPage, useFiguresOf } from '#kernel/web/figures.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import type { channelReport } from '../../contract.ts';
import { attributions, bases, groupings, reportPeriods } from '../../model.ts';

export type Report = Output<typeof channelReport>;
export type ReportRow = Report['rows'][number];

const pages: Readonly<Record<string, ListPage>> = {
  'channelTouches.list': { to: '/channels/leads', view: 'all' },
  'channelResults.list': { to: '/channels/results', view: 'all' },
  'channelCosts.list': { to: '/channels/cost-entries', view: 'all' },
};

type Change = Readonly<Record<string, string | undefined>>;

/** What is looked at stands in the address: a copied link shows the same report, as far as its reader sees. */
export function useReportLook() {
  const search = useSearch({ strict: false }) as Record<string, string | undefined>;
  const navigate = useNavigate();
  const one = <K extends string>(choices: readonly K[], value: string | undefined, usual: K): K =>
    choices.find((choice) => choice === value) ?? usual;
  return {
    look: {
      period: one(reportPeriods, search.period, 'year'),
      attribution: one(attributions, search.attribution, 'first'),
      basis: one(bases, search.basis, 'period'),
      by: one(groupings, search.by, 'channel'),
      channel: channelChoices.find(({ key }) => key === search.channel)?.key,
    },
    set: (change: Change) =>
      void navigate({
        to: '.',
        replace: true,
        search: ((before: object) => ({ ...before, ...change })) as never,
      }),
  };
}

/** The figures of a report, each with the way to its rows. */
export function useReportFigures(data: Report | undefined): Figures {
  return useFiguresOf(data?.figures as Parameters<typeof useFiguresOf>[0], pages);
}

/** What channels are called in the reader's language. */
export function useChannelName(): (key: string | null) => string {
  const locale = localePreference.use();
  return (key) => channelChoices.find((choice) => choice.key === key)?.label[locale] ?? key ?? '';
}

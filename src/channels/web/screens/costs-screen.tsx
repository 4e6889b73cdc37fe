import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { channelChoices } from '#accounts/model.ts';
import { useMay } from '#kernel/web/session.ts';
import { useRead } from '#kernel/web/use-operation.ts';
import { ErrorState } from '#ui/error-state.tsx';
import { Page } from '#ui/page.tsx';
import { SkeletonLines } from '#ui/skeleton.tsx';
import { costGrid } from '../../contract.ts';
import { words } from '../parts/channel-words.ts';
import { CostTable } from '../parts/cost-table.tsx';

/** 渠道费用: what every channel and campaign cost, month by month, typed where it stands. */
export function Screen() {
  const w = words.use();
  const may = useMay();
  const navigate = useNavigate();
  const thisYear = new Date().getFullYear();
  const search = useSearch({ strict: false }) as { year?: string | number };
  const year = Number(search.year) || thisYear;
  const { data, error, refetch } = useRead(costGrid, { year }, { keep: true });
  return (
    <Page
      title={w('costs')}
      subtitle={w('costsHint')}
      crumbs={may('channels.read') ? [{ label: w('title'), href: '/channels' }] : []}
      actions={
        <>
          <Select
            aria-label={w('costsYear')}
            value={year}
            onChange={(next: number) =>
              void navigate({ to: '.', replace: true, search: { year: next } as never })
            }
            options={[thisYear - 2, thisYear - 1, thisYear, thisYear + 1].map((value) => ({
              value,
              label: value,
            }))}
          />
          <Button onClick={() => void navigate({ to: '/channels/cost-entries' })}>{w('costRows')}</Button>
        </>
      }
    >
      {error ? (
        <ErrorState what={w('costs')} requestId={error.requestId} onRetry={() => void refetch()}>
          {error.message}
        </ErrorState>
      ) : data ? (
        <CostTable data={withChannels(data)} />
      ) : (
        <SkeletonLines rows={12} />
      )}
    </Page>
  );
}

type Grid = Parameters<typeof CostTable>[0]['data'];

/** Every channel has a line, also one on which nothing was spent yet; its campaigns follow it. */
function withChannels(data: Grid): Grid {
  const rows = channelChoices.flatMap(({ key }) => {
    const own = data.rows.filter(({ channel }) => channel === key);
    const whole = own.find(({ campaignId }) => campaignId === null) ?? {
      ...{ channel: key, campaignId: null, name: null, budget: null, total: '0.00' },
      cells: data.months.map(() => null),
    };
    return [whole, ...own.filter(({ campaignId }) => campaignId !== null)];
  });
  return { ...data, rows };
}

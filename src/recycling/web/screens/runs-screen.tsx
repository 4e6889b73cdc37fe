import { useNavigate, useSearch } from '@tanstack/react-router';
import { History } from 'lucide-react';
import type { Output } from '#kernel/contract.ts';
import { useRead } from '#kernel/web/use-operation.ts';
import { DateText, TimeText } from '#ui/date-text.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ErrorState } from '#ui/error-state.tsx';
import { Page } from '#ui/page.tsx';
import { PlainTable } from '#ui/plain-table.tsx';
import { RecordPanel } from '#ui/record-panel.tsx';
import { SkeletonLines } from '#ui/skeleton.tsx';
import { listRuns } from '../../contract.ts';
import { words } from '../parts/recycling-words.ts';
import { RunRows } from '../parts/run-rows.tsx';

type Run = Output<typeof listRuns>['items'][number];

/** 回收记录: what each night examined, moved, left and failed at, each number opening its leads. */
export function Screen() {
  const w = words.use();
  const navigate = useNavigate();
  const { open } = useSearch({ strict: false }) as { open?: string };
  const { data, error, refetch } = useRead(listRuns, {}, { keep: true });
  const show = (id: string | undefined) =>
    void navigate({ to: '.', search: (id ? { open: id } : {}) as never });
  const at = data?.items.findIndex((run) => run.id === open) ?? -1;
  const beside = (step: number) => {
    const next = data?.items[at + step];
    return at >= 0 && next ? () => show(next.id) : undefined;
  };
  return (
    <Page
      title={w('runs')}
      panel={
        open ? (
          <RecordPanel
            title={<DateText day={data?.items[at]?.night ?? null} as="full" />}
            width={640}
            label={w('runs')}
            onClose={() => show(undefined)}
            onPrevious={beside(-1)}
            onNext={beside(1)}
          >
            <RunRows key={open} id={open} />
          </RecordPanel>
        ) : undefined
      }
    >
      {error ? (
        <ErrorState what={w('runs')} requestId={error.requestId} onRetry={() => void refetch()}>
          {error.message}
        </ErrorState>
      ) : !data ? (
        <SkeletonLines rows={8} />
      ) : data.items.length === 0 ? (
        <EmptyState icon={History} title={w('runsEmpty')}>
          {w('runsEmptyHint')}
        </EmptyState>
      ) : (
        <RunTable runs={data.items} openId={open} onOpen={show} />
      )}
    </Page>
  );
}

interface RunTableProps {
  readonly runs: readonly Run[];
  readonly openId: string | undefined;
  readonly onOpen: (id: string) => void;
}

function RunTable({ runs, openId, onOpen }: RunTableProps) {
  const w = words.use();
  const number = (key: 'examined' | 'recycled' | 'skipped' | 'failed') => ({
    key,
    label: w(key),
    right: true,
    render: (run: Run) => (
      <span className={key === 'failed' && run.failed > 0 ? 'yd-tone-bad' : undefined}>
        {run[key].toLocaleString()}
      </span>
    ),
  });
  return (
    <PlainTable
      label={w('runs')}
      rows={runs}
      rowKey={(run) => run.id}
      selectedKey={openId}
      onOpen={(run) => onOpen(run.id)}
      columns={[
        {
          key: 'night',
          label: w('night'),
          width: 140,
          render: (run) => <DateText day={run.night} as="weekday" />,
        },
        number('examined'),
        number('recycled'),
        number('skipped'),
        number('failed'),
        {
          key: 'finished',
          label: w('finished'),
          right: true,
          render: (run) => (run.finishedAt ? <TimeText at={run.finishedAt} as="timeline" /> : w('running')),
        },
      ]}
    />
  );
}

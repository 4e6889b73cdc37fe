import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { Output } from '#kernel/contract.ts';
import { call, type Problem } from '#kernel/web/api.ts';
import { Person } from '#ui/avatar.tsx';
import { DateText } from '#ui/date-text.tsx';
import { ErrorState } from '#ui/error-state.tsx';
import { Pills } from '#ui/pills.tsx';
import { PlainTable } from '#ui/plain-table.tsx';
import { SkeletonLines } from '#ui/skeleton.tsx';
import { Tag } from '#ui/tag.tsx';
import { getRun } from '../../contract.ts';
import type { Outcome } from '../../model.ts';
import { words } from './recycling-words.ts';

type Answer = Output<typeof getRun>;
type Row = Answer['rows'][number];

const tones = { recycled: 'accent', skipped: 'neutral', failed: 'bad', planned: 'warn' } as const;

function useOutcome(): (row: Pick<Row, 'outcome' | 'reason'>) => string {
  const w = words.use();
  return ({ outcome, reason }) => {
    if (outcome === 'planned') return w('waiting');
    if (outcome !== 'skipped') return w(outcome);
    return words.maybe(`reason_${reason}`) ?? w('skipped');
  };
}

/** One night lead by lead, narrowed to one outcome and reason; as many as the number above says. */
export function RunRows({ id }: { readonly id: string }) {
  const [only, setOnly] = useState('all');
  const [outcome, reason] = only.split('/');
  const query = useInfiniteQuery<Answer, Problem>({
    queryKey: [getRun.id, id, only],
    initialPageParam: undefined,
    queryFn: ({ pageParam, signal }) =>
      call(
        getRun,
        {
          id,
          ...(only === 'all' ? {} : { outcome: outcome as Outcome }),
          ...(reason ? { reason } : {}),
          ...(pageParam ? { cursor: String(pageParam) } : {}),
        },
        { signal },
      ),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  if (query.error)
    return (
      <ErrorState what="" requestId={query.error.requestId} onRetry={() => void query.refetch()}>
        {query.error.message}
      </ErrorState>
    );
  if (!query.data) return <SkeletonLines rows={8} />;
  const pages = query.data.pages;
  const names = Object.assign({}, ...pages.map((page) => page.names)) as Record<string, string>;
  return (
    <>
      <Reasons reasons={pages[0]?.reasons ?? []} value={only} onChange={setOnly} />
      <RowTable rows={pages.flatMap((page) => page.rows)} names={names} />
      {query.hasNextPage ? <MoreButton onClick={() => void query.fetchNextPage()} /> : null}
    </>
  );
}

function MoreButton({ onClick }: { readonly onClick: () => void }) {
  const w = words.use();
  return (
    <Button type="text" size="small" onClick={onClick}>
      {w('more')}
    </Button>
  );
}

interface ReasonsProps {
  readonly reasons: Answer['reasons'];
  readonly value: string;
  readonly onChange: (key: string) => void;
}

function Reasons({ reasons, value, onChange }: ReasonsProps) {
  const w = words.use();
  const outcomeOf = useOutcome();
  const all = reasons.reduce((sum, { leads }) => sum + leads, 0);
  return (
    <div className="yd-page-pad">
      <Pills
        label={w('reason')}
        value={value}
        onChange={onChange}
        choices={[
          { key: 'all', label: w('all'), count: all },
          ...reasons.map((one) => ({
            key: one.reason ? `${one.outcome}/${one.reason}` : one.outcome,
            label: outcomeOf(one),
            count: one.leads,
          })),
        ]}
      />
    </div>
  );
}

interface RowTableProps {
  readonly rows: readonly Row[];
  readonly names: Readonly<Record<string, string>>;
}

function RowTable({ rows, names }: RowTableProps) {
  const w = words.use();
  const navigate = useNavigate();
  const outcomeOf = useOutcome();
  return (
    <PlainTable
      label={w('runs')}
      rows={rows}
      rowKey={(row) => row.id}
      onOpen={(row) => (row.visible ? void navigate({ to: `/leads/${row.id}` }) : undefined)}
      columns={[
        { key: 'name', label: w('lead'), render: (row) => row.name },
        {
          key: 'owner',
          label: w('owner'),
          width: 120,
          render: (row) => <Person id={row.ownerId} name={names[row.ownerId] ?? ''} />,
        },
        { key: 'due', label: w('dueOn'), width: 96, render: (row) => <DateText day={row.dueOn} /> },
        {
          key: 'outcome',
          label: w('reason'),
          width: 200,
          render: (row) => (
            <>
              <Tag tone={tones[row.outcome]}>{outcomeOf(row)}</Tag>
              {row.outcome === 'failed' ? ` ${row.reason ?? ''}` : null}
            </>
          ),
        },
        {
          key: 'to',
          label: w('to'),
          width: 120,
          render: (row) => (row.outcome === 'recycled' && row.poolId ? names[row.poolId] : '—'),
        },
      ]}
    />
  );
}

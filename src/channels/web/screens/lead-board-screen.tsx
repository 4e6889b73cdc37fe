import { Select } from 'antd';
import { Gauge } from 'lucide-react';
import { directory } from '#identity/contract/me.ts';
import { timeOf } from '#kernel/values/day.ts';
import { useRead } from '#kernel/web/use-operation.ts';
import { ChartCells } from '#ui/chart-frame.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ErrorState } from '#ui/error-state.tsx';
import { Page } from '#ui/page.tsx';
import { Segments } from '#ui/segments.tsx';
import { SkeletonLines } from '#ui/skeleton.tsx';
import { useUi } from '#ui/ui-context.ts';
import { leadBoard } from '../../contract.ts';
import { reportPeriods } from '../../model.ts';
import { ContactTable } from '../parts/board-contact.tsx';
import { LoadTable } from '../parts/board-load.tsx';
import { useBoardFigures, useBoardLook } from '../parts/board-looking.ts';
import { StageChart, StageTable } from '../parts/board-stages.tsx';
import { BoardStrip } from '../parts/board-strip.tsx';
import { words } from '../parts/channel-words.ts';

const everyMinute = 60_000;

/** 线索看板: who takes care of leads, how fast, and what lies still. Facts from others refresh it at once. */
export function Screen() {
  const w = words.use();
  const { zone } = useUi();
  const { period, teamId } = useBoardLook();
  // The stream asks again on every fact; ages grow also when nothing happens.
  const { data, error, refetch } = useRead(
    leadBoard,
    { period, teamId },
    { keep: true, refreshMs: everyMinute },
  );
  const figures = useBoardFigures(data);
  return (
    <Page
      title={w('board')}
      subtitle={data ? w('live', { time: timeOf(new Date(data.asOf), zone) }) : undefined}
      actions={<BoardBar />}
      figures={data ? <BoardStrip figures={figures} /> : undefined}
    >
      {error ? (
        <ErrorState what={w('board')} requestId={error.requestId} onRetry={() => void refetch()}>
          {error.message}
        </ErrorState>
      ) : !data ? (
        <SkeletonLines rows={10} />
      ) : figures.count('stage') === 0 ? (
        <EmptyState icon={Gauge} title={w('boardEmptyTitle')}>
          {w('boardEmptyHint')}
        </EmptyState>
      ) : (
        <ChartCells>
          <LoadTable data={data} figures={figures} />
          <ContactTable data={data} figures={figures} by="owner" />
          <ContactTable data={data} figures={figures} by="channel" />
          <div>
            <StageTable figures={figures} />
            <StageChart figures={figures} />
          </div>
        </ChartCells>
      )}
    </Page>
  );
}

function BoardBar() {
  const w = words.use();
  const { period, teamId, set } = useBoardLook();
  const { data } = useRead(directory, {});
  const teams = data?.teams ?? [];
  const nameOf = (id: string | null) => teams.find((team) => team.id === id)?.name;
  return (
    <>
      {teams.length > 1 ? (
        <Select
          aria-label={w('team')}
          value={teamId ?? ''}
          popupMatchSelectWidth={false}
          onChange={(next: string) => set({ team: next || undefined })}
          options={[
            { value: '', label: w('everybody') },
            ...teams
              .filter((team) => team.parentId !== null)
              .map((team) => ({
                value: team.id,
                label: [nameOf(team.parentId), team.name].filter(Boolean).join(' / '),
              })),
          ]}
        />
      ) : null}
      <Segments
        label={w('period')}
        look="track"
        value={period}
        onChange={(next) => set({ period: next === 'quarter' ? undefined : next })}
        choices={reportPeriods.map((key) => ({ key, label: w(key) }))}
      />
    </>
  );
}

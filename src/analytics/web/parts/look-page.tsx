import { BarChart3 } from 'lucide-react';
import type { ReactNode } from 'react';
import { timeOf } from '#kernel/values/day.ts';
import { HomeBlocks } from '#kernel/web/home-blocks.tsx';
import { useRead } from '#kernel/web/use-operation.ts';
import { ChartCells } from '#ui/chart-frame.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ErrorState } from '#ui/error-state.tsx';
import { FigureStrip } from '#ui/figure-strip.tsx';
import { Page } from '#ui/page.tsx';
import { SkeletonLines } from '#ui/skeleton.tsx';
import { useUi } from '#ui/ui-context.ts';
import type { getFunnel, getHome } from '../../contract.ts';
import type { Block } from '../../model.ts';
import { AgeingCell, OverdueCell, ToAllocateCell } from './ageing-cell.tsx';
import { words } from './analytics-words.ts';
import { BottleneckLine } from './bottleneck-line.tsx';
import { ChannelCell } from './channel-cell.tsx';
import { FunnelCell } from './funnel-cell.tsx';
import { LookBar } from './look-bar.tsx';
import { type Figures, type Look, useFigures, useLooking } from './looking.ts';
import { MonthsCell } from './months-cell.tsx';
import { PipelineCell } from './pipeline-cell.tsx';
import { useStripFigures } from './strip-figures.tsx';
import { TeamCell } from './team-cell.tsx';

type StripNames = Parameters<typeof useStripFigures>[0];

interface LookPageProps {
  readonly title: string;
  readonly operation: typeof getHome | typeof getFunnel;
  readonly strip: (blocks: readonly Block[]) => StripNames;
  /** In the order of reading: left, right, left, right. */
  readonly cells: (blocks: readonly Block[]) => readonly CellName[];
  /** Blocks that other slices put on the home screen come below. */
  readonly withHomeBlocks?: boolean;
}

export type CellName =
  | 'funnel'
  | 'team'
  | 'pipeline'
  | 'months'
  | 'channels'
  | 'ageing'
  | 'toAllocate'
  | 'overdue';

const parts: Readonly<
  Record<CellName, (props: { readonly data: Look; readonly figures: Figures }) => ReactNode>
> = {
  funnel: FunnelCell,
  team: TeamCell,
  pipeline: PipelineCell,
  months: MonthsCell,
  channels: ChannelCell,
  ageing: AgeingCell,
  toAllocate: ToAllocateCell,
  overdue: OverdueCell,
};

/** A page of figures: the strip, one sentence, then cells; every number opens its rows. */
export function LookPage({ title, operation, strip, cells, withHomeBlocks }: LookPageProps) {
  const w = words.use();
  const { period, teamId } = useLooking();
  const { data, error, refetch } = useRead(operation as typeof getHome, { period, teamId }, { keep: true });
  const figures = useFigures(data);
  const wide = data
    ? (data.blocks as readonly Block[]).some((block) => block === 'team' || block === 'months')
    : false;
  return (
    <Page
      title={title}
      subtitle={data ? <AsOf at={data.asOf} /> : undefined}
      actions={<LookBar withTeams={wide} />}
      figures={data ? <Strip names={strip(data.blocks)} data={data} figures={figures} /> : undefined}
    >
      {error ? (
        <ErrorState what={title} requestId={error.requestId} onRetry={() => void refetch()}>
          {error.message}
        </ErrorState>
      ) : !data ? (
        <SkeletonLines rows={10} />
      ) : data.figures.length === 0 ? (
        <EmptyState icon={BarChart3} title={w('noneTitle')}>
          {w('noneHint')}
        </EmptyState>
      ) : (
        <>
          {data.blocks.includes('funnel') ? <BottleneckLine figures={figures} /> : null}
          <ChartCells>
            {cells(data.blocks).map((name) => {
              const Cell = parts[name];
              return <Cell key={name} data={data} figures={figures} />;
            })}
          </ChartCells>
          {withHomeBlocks ? <HomeBlocks place="overview" /> : null}
        </>
      )}
    </Page>
  );
}

function AsOf({ at }: { readonly at: string }) {
  const w = words.use();
  const { zone } = useUi();
  return <>{w('asOf', { time: timeOf(new Date(at), zone) })}</>;
}

interface StripProps {
  readonly names: StripNames;
  readonly data: Look;
  readonly figures: Figures;
}

function Strip({ names, data, figures }: StripProps) {
  const shown = useStripFigures(names, data, figures);
  return shown.length > 0 ? <FigureStrip figures={shown} /> : null;
}

import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { TrendingUp } from 'lucide-react';
import { timeOf } from '#kernel/values/day.ts';
import { numberText } from '#kernel/values/number-text.ts';
import { useMay } from '#kernel/web/session.ts';
import { useRead } from '#kernel/web/use-operation.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { ErrorState } from '#ui/error-state.tsx';
import { Notice } from '#ui/notice.tsx';
import { Page } from '#ui/page.tsx';
import { SkeletonLines } from '#ui/skeleton.tsx';
import { useUi } from '#ui/ui-context.ts';
import { channelReport } from '../../contract.ts';
import { words } from '../parts/channel-words.ts';
import { ReportBar } from '../parts/report-bar.tsx';
import { ReportCharts } from '../parts/report-charts.tsx';
import { type Report, useReportFigures, useReportLook } from '../parts/report-looking.ts';
import { ReportStrip } from '../parts/report-strip.tsx';
import { ReportTable } from '../parts/report-table.tsx';

/** 渠道回报: what each channel and campaign cost, brought and earned, down to the cash that came in. */
export function Screen() {
  const w = words.use();
  const { zone } = useUi();
  const may = useMay();
  const navigate = useNavigate();
  const { look } = useReportLook();
  const { data, error, refetch } = useRead(channelReport, look, { keep: true });
  const figures = useReportFigures(data);
  return (
    <Page
      title={w('title')}
      subtitle={data ? w('asOf', { time: timeOf(new Date(data.asOf), zone) }) : undefined}
      actions={
        <>
          <ReportBar />
          {may('channelCosts.read') ? (
            <Button onClick={() => void navigate({ to: '/channels/costs' })}>
              {w(may('channelCosts.update') ? 'enterCosts' : 'costs')}
            </Button>
          ) : null}
        </>
      }
      figures={data ? <ReportStrip data={data} figures={figures} /> : undefined}
    >
      {error ? (
        <ErrorState what={w('title')} requestId={error.requestId} onRetry={() => void refetch()}>
          {error.message}
        </ErrorState>
      ) : !data ? (
        <SkeletonLines rows={10} />
      ) : data.rows.length === 0 ? (
        <EmptyState icon={TrendingUp} title={w('emptyTitle')}>
          {w('emptyHint')}
        </EmptyState>
      ) : (
        <>
          <Reach reach={data.reach} />
          <ReportTable data={data} figures={figures} />
          <ReportCharts data={data} figures={figures} />
        </>
      )}
    </Page>
  );
}

/** Who sees only a part is told so: costs are the whole company's. */
function Reach({ reach }: { readonly reach: Report['reach'] }) {
  const w = words.use();
  if (reach.whole || reach.all === null) return null;
  return (
    <Notice
      tone="neutral"
      quiet
      title={w('partTitle', { seen: numberText(reach.seen), all: numberText(reach.all) })}
    >
      {w('partText')}
    </Notice>
  );
}

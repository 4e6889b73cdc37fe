import type { PanelProps } from '#kernel/web/slice.ts';
import { useRead } from '#kernel/web/use-operation.ts';
import { TimeText } from '#ui/date-text.tsx';
import { FigureCell } from '#ui/figure-strip.tsx';
import { activityList } from '../../contract.ts';
import { words } from './activity-words.ts';

/** 最近联系 on the customer's strip: when, and how. */
export function LastContactFigure({ recordId, record }: PanelProps) {
  const w = words.use();
  const { data } = useRead(activityList.list, {
    filter: JSON.stringify({ field: 'accountId', operator: '=', value: recordId }),
    limit: 1,
    total: 'true',
  });
  const last = typeof record.lastActivityAt === 'string' ? record.lastActivityAt : null;
  const next = typeof record.nextContactAt === 'string' ? record.nextContactAt : null;
  return (
    <FigureCell
      figure={{
        key: 'last',
        label: w('recent'),
        figure: <TimeText at={last} />,
        unit: data?.total ? w('recentCount', { n: data.total }) : undefined,
        note: (
          <>
            {w('nextContact')} <TimeText at={next} as="timeline" />
          </>
        ),
      }}
    />
  );
}

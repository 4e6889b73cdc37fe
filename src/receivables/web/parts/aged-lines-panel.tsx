import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { encodeListSearch } from '#kernel/lists-filter-url.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import { useRead } from '#kernel/web/use-operation.ts';
import { BigAmount } from '#ui/big-amount.tsx';
import { Lines } from '#ui/lines.tsx';
import { Money } from '#ui/money.tsx';
import { RecordHead } from '#ui/record-head.tsx';
import { RecordPanel } from '#ui/record-panel.tsx';
import { SkeletonLines } from '#ui/skeleton.tsx';
import { listAgedLines } from '../../contract.ts';
import { type AgeingBucket, bucketChoices } from '../../model.ts';
import { words } from './cash-words.ts';
import { DueText } from './due-text.tsx';

export interface AgedChoice {
  readonly bucket?: AgeingBucket;
  readonly accountId?: string;
  readonly accountName?: string;
}

interface AgedLinesPanelProps {
  readonly asOf: string;
  readonly isToday: boolean;
  readonly choice: AgedChoice;
  readonly onClose: () => void;
}

/** The rows behind one figure of the ageing, as of its day; today's open as a list, too. */
export function AgedLinesPanel({ asOf, isToday, choice, onClose }: AgedLinesPanelProps) {
  const w = words.use();
  const locale = localePreference.use();
  const navigate = useNavigate();
  const { bucket, accountId, accountName } = choice;
  const { data } = useRead(listAgedLines, { asOf, bucket, accountId }, { keep: true });
  const label = bucketChoices.find((one) => one.key === bucket)?.label[locale] ?? w('allBuckets');
  const name = accountName ? `${accountName} ${label}` : label;
  function openList() {
    const rules = [
      ...(accountId ? [{ field: 'accountId', operator: '=', value: accountId }] : []),
      bucket
        ? { field: 'bucket', operator: '=', value: bucket }
        : { field: 'openAmount', operator: '>', value: '0' },
    ];
    const condition = { combinator: 'and', rules } as never;
    void navigate({
      to: '/receivables',
      search: { view: 'all', ...encodeListSearch({ condition }) } as never,
    });
  }
  return (
    <RecordPanel title={w('receivables')} label={name} onClose={onClose}>
      {data ? (
        <>
          <RecordHead
            name={w('linesOf', { name, n: data.items.length })}
            line={<BigAmount amount={data.total} />}
            actions={isToday ? <Button onClick={openList}>{w('inList')}</Button> : undefined}
          />
          <div className="yd-panel-pad">
            <Lines
              ruled
              lines={data.items.map((line) => ({
                key: line.id,
                title: line.accountName,
                under: (
                  <>
                    {line.contractNumber} {line.name}{' '}
                    <DueText dueOn={line.dueOn} overdueDays={line.overdueDays} />
                  </>
                ),
                value: <Money amount={line.open} as="exact" />,
                onOpen: () => void navigate({ to: `/contracts/${line.contractId}` }),
              }))}
            />
          </div>
        </>
      ) : (
        <SkeletonLines rows={8} />
      )}
    </RecordPanel>
  );
}

import { Checkbox } from 'antd';
import { Clock3 } from 'lucide-react';
import { updateProfile } from '#identity/contract/account.ts';
import { useAct, useRead } from '#kernel/web/use-operation.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { ErrorState } from '#ui/error-state.tsx';
import { Page } from '#ui/page.tsx';
import { SkeletonLines } from '#ui/skeleton.tsx';
import { listDueSoon } from '../../contract.ts';
import { words } from '../parts/recycling-words.ts';
import { SoonLines } from '../parts/soon-lines.tsx';

/** 即将回收: my leads that go back within a week unless I do something, the nearest first. */
export function Screen() {
  const w = words.use();
  const { data, error, refetch } = useRead(listDueSoon, {}, { keep: true });
  const update = useAct(updateProfile);
  return (
    <Page
      title={w('soon')}
      subtitle={data && data.tonight > 0 ? `${w('tonight')} ${data.tonight}` : undefined}
      actions={
        data ? (
          <Checkbox
            checked={data.mail}
            onChange={(event) =>
              void update({ preferences: { recyclingMail: event.target.checked ? true : null } })
            }
          >
            {w('mail')}
          </Checkbox>
        ) : undefined
      }
    >
      {error ? (
        <ErrorState what={w('soon')} requestId={error.requestId} onRetry={() => void refetch()}>
          {error.message}
        </ErrorState>
      ) : !data ? (
        <SkeletonLines rows={8} />
      ) : data.total === 0 ? (
        <EmptyState icon={Clock3} title={data.enabled ? w('soonEmpty') : w('soonOff')}>
          {data.enabled ? w('soonEmptyHint') : null}
        </EmptyState>
      ) : (
        <div className="yd-page-pad">
          <SoonLines items={data.items} />
        </div>
      )}
    </Page>
  );
}

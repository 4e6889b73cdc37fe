import { useNavigate, useParams } from '@tanstack/react-router';
import { useRead } from '#kernel/web/use-operation.ts';
import { ErrorState } from '#ui/error-state.tsx';
import { Page } from '#ui/page.tsx';
import { SkeletonLines } from '#ui/skeleton.tsx';
import { getGroup } from '../../contract.ts';
import { CompareTable } from '../parts/compare-table.tsx';
import { words } from '../parts/duplicate-words.ts';

/** The records of a group side by side: which stays, which value of each field stands, what moves along. */
export function Screen() {
  const w = words.use();
  const navigate = useNavigate();
  const { id } = useParams({ strict: false }) as { id: string };
  const { data, error, refetch } = useRead(getGroup, { id });
  return (
    <Page title={data?.title ?? w('compare')} crumbs={[{ label: w('centre'), href: '/duplicates' }]}>
      {error ? (
        <ErrorState what={w('compare')} requestId={error.requestId} onRetry={() => void refetch()}>
          {error.message}
        </ErrorState>
      ) : !data ? (
        <SkeletonLines rows={8} />
      ) : (
        <CompareTable
          key={data.members.map((one) => one.id).join()}
          members={data.members}
          names={data.names}
          onMerged={() => void navigate({ to: '/duplicates' })}
        />
      )}
    </Page>
  );
}

import { useNavigate, useSearch } from '@tanstack/react-router';
import { useRead } from '#kernel/web/use-operation.ts';
import { ErrorState } from '#ui/error-state.tsx';
import { Page } from '#ui/page.tsx';
import { SkeletonLines } from '#ui/skeleton.tsx';
import { compareLeads } from '../../contract.ts';
import { CompareTable } from '../parts/compare-table.tsx';
import { words } from '../parts/duplicate-words.ts';

/** Leads that somebody chose himself, side by side, to make one of them. */
export function Screen() {
  const w = words.use();
  const navigate = useNavigate();
  const { ids = '' } = useSearch({ strict: false }) as { ids?: string };
  const { data, error } = useRead(compareLeads, { ids: ids.split(',') });
  return (
    <Page title={w('compare')} crumbs={[{ label: w('centre'), href: '/duplicates' }]}>
      {error ? (
        <ErrorState what={w('compare')} requestId={error.requestId}>
          {error.message}
        </ErrorState>
      ) : !data ? (
        <SkeletonLines rows={8} />
      ) : (
        <CompareTable
          members={data.members}
          names={data.names}
          onMerged={(id) => void navigate({ to: `/leads/${id}` })}
        />
      )}
    </Page>
  );
}

import { Button } from 'antd';
import { ScrollText } from 'lucide-react';
import { EmptyState } from '#ui/empty-state.tsx';
import { ErrorState } from '#ui/error-state.tsx';
import { Page } from '#ui/page.tsx';
import { SkeletonLines } from '#ui/skeleton.tsx';
import { AuditFilters } from '../parts/audit-filters.tsx';
import { AuditTable } from '../parts/audit-table.tsx';
import { words } from '../parts/audit-words.ts';
import { ChainCheckButton, ChainReport, useChainCheck } from '../parts/chain-check.tsx';
import { useAudit, useAuditSearch } from '../parts/use-audit.ts';

/** 审计: everything that happened, and whether the record of it holds. */
export function Screen() {
  const w = words.use();
  const { search, set, clear } = useAuditSearch();
  const { query, items, names } = useAudit(search);
  const chain = useChainCheck();
  return (
    <Page
      title={w('title')}
      actions={<ChainCheckButton working={chain.working} check={chain.check} />}
      filters={
        <AuditFilters
          search={search}
          set={set}
          clear={clear}
          recordName={search.record ? names[search.record] : undefined}
        />
      }
      footer={items.length > 0 ? w('shown', { n: items.length }) : undefined}
      footerRight={
        query.hasNextPage ? (
          <Button type="text" size="small" onClick={() => void query.fetchNextPage()}>
            {w('showMore')}
          </Button>
        ) : undefined
      }
    >
      <ChainReport report={chain.report} />
      {query.error ? (
        <ErrorState what={w('title')} requestId={query.error.requestId} onRetry={() => void query.refetch()}>
          {query.error.message}
        </ErrorState>
      ) : query.isLoading ? (
        <SkeletonLines rows={12} />
      ) : items.length === 0 ? (
        <EmptyState
          icon={ScrollText}
          title={w('emptyTitle')}
          action={{ label: w('clear'), onClick: clear }}
        />
      ) : (
        <AuditTable items={items} names={names} />
      )}
    </Page>
  );
}

import type { ListRow } from '#kernel/web/use-list.ts';
import { UiLink } from '#ui/ui-link.tsx';

/** Where a result is kept: the deal, the contract, or the customer whose money it is. */
function placeOf({ kind, outcomeId, accountId }: ListRow): string {
  if (kind === 'opportunity') return `/opportunities/${outcomeId}`;
  return kind === 'contract' ? `/contracts/${outcomeId}` : `/accounts/${accountId}`;
}

export function ResultLink({ row }: { readonly row: ListRow }) {
  return <UiLink href={placeOf(row)}>{String(row.title)}</UiLink>;
}

export function LeadLink({ row }: { readonly row: ListRow }) {
  return <UiLink href={`/leads/${row.leadId}`}>{String(row.company)}</UiLink>;
}

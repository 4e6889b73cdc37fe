import { useQueries } from '@tanstack/react-query';
import type { ListContract } from '#kernel/list-contract.ts';
import { call } from './api.ts';
import type { BuiltInView } from './list-state.ts';

/** How many rows each view holds, for the numbers on the tabs. */
export function useViewCounts(
  { aggregate }: ListContract,
  views: readonly BuiltInView[],
): Readonly<Record<string, number | undefined>> {
  const answers = useQueries({
    queries: views.map((view) => ({
      queryKey: [aggregate.id, 'count', view.condition],
      queryFn: () => call(aggregate, { filter: view.condition, measures: [{ fn: 'count' }] }),
      staleTime: 15_000,
    })),
  });
  return Object.fromEntries(
    views.map((view, index) => {
      const value = answers[index]?.data?.rows[0]?.values[0];
      return [view.key, value === undefined || value === null ? undefined : Number(value)];
    }),
  );
}

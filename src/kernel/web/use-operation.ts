import {
  keepPreviousData,
  QueryClient,
  type UseQueryResult,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Operation, Output, Sent } from '#kernel/contract.ts';
import { useToasts } from '#ui/toast.tsx';
import { call, Problem } from './api.ts';

/** One cache for the whole app: pages reopen with their old rows at once and refresh quietly. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      gcTime: 600_000,
      refetchOnWindowFocus: true,
      retry: (count, error) => count < 2 && error instanceof Problem && error.status === 503,
    },
  },
});

interface ReadOptions {
  readonly enabled?: boolean;
  /** Keep the previous answer on screen while the next one loads. */
  readonly keep?: boolean;
  readonly refreshMs?: number;
}

/** Reads an operation and keeps the answer fresh; the same input is asked for once, however many ask. */
export function useRead<O extends Operation>(
  operation: O,
  input: Sent<O>,
  { enabled = true, keep = false, refreshMs }: ReadOptions = {},
): UseQueryResult<Output<O>, Problem> {
  const query = useQuery({
    queryKey: [operation.id, input],
    queryFn: ({ signal }) => call(operation, input, { signal }),
    enabled,
    ...(refreshMs ? { refetchInterval: refreshMs } : {}),
    ...(keep ? { placeholderData: keepPreviousData } : {}),
  });
  return query as UseQueryResult<Output<O>, Problem>;
}

/** Everything on screen is asked for again, quietly: after a change of one's own or of somebody else. */
export function useRefresh(): () => Promise<void> {
  const client = useQueryClient();
  return useCallback(() => client.invalidateQueries({ refetchType: 'active' }), [client]);
}

/**
 * Does an operation. On success everything on screen refreshes; a refusal appears as a toast with its reason
 * and comes back as the Problem, so that the caller can show it at the spot instead (`quiet`).
 */
export function useAct<O extends Operation>(
  operation: O,
  { quiet = false }: { quiet?: boolean } = {},
): (input: Sent<O>) => Promise<Output<O> | Problem> {
  const toasts = useToasts();
  const refresh = useRefresh();
  return useCallback(
    async (input) => {
      try {
        const answer = await call(operation, input);
        void refresh();
        return answer;
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        if (!quiet) toasts.show({ text: error.errors[0]?.message ?? error.message, refused: true });
        if (error.status === 409) void refresh();
        return error;
      }
    },
    [operation, quiet, toasts, refresh],
  );
}

/** Whether the server said no, and why. */
export function isProblem(answer: unknown): answer is Problem {
  return answer instanceof Problem;
}

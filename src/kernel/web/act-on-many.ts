import { useCallback } from 'react';
import type { BulkOperation } from '#kernel/bulk-contract.ts';
import { useToasts } from '#ui/toast.tsx';
import { call, Problem } from './api.ts';
import { useRefresh } from './use-operation.ts';

interface Told {
  /** What to say when all went through: `3 条线索已退回公海`. */
  readonly done: (count: number) => string;
  readonly undo?: (ids: readonly string[]) => Promise<unknown>;
}

const atOnce = 200;

/** Does one thing to many rows, in pieces with progress; says which were refused and why, and offers the way back. */
export function useActOnMany(): (
  bulk: BulkOperation,
  ids: readonly string[],
  rest: Readonly<Record<string, unknown>>,
  told: Told,
) => Promise<boolean> {
  const toasts = useToasts();
  const refresh = useRefresh();
  return useCallback(
    async (bulk, ids, rest, told) => {
      const done: string[] = [];
      const failures = new Map<string, number>();
      const long = ids.length > atOnce;
      const toast = long
        ? toasts.show({ text: told.done(ids.length), progress: { done: 0, total: ids.length } })
        : undefined;
      try {
        for (let at = 0; at < ids.length; at += atOnce) {
          const answer = await call(bulk, { ...rest, ids: ids.slice(at, at + atOnce) });
          for (const result of answer.results) {
            if (result.ok) done.push(result.id);
            else
              failures.set(
                result.title ?? result.code ?? '',
                (failures.get(result.title ?? result.code ?? '') ?? 0) + 1,
              );
          }
          if (toast !== undefined)
            toasts.update(toast, { text: told.done(ids.length), progress: { done: at, total: ids.length } });
        }
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        toasts.show({ text: error.errors[0]?.message ?? error.message, refused: true });
        return false;
      } finally {
        if (toast !== undefined) toasts.close(toast);
        void refresh();
      }
      const { undo } = told;
      const reasons = [...failures].map(([reason, count]) => `${count} × ${reason}`).join('；');
      toasts.show({
        text: told.done(done.length),
        ...(undo && done.length > 0 ? { onUndo: () => undo(done).then(() => refresh()) } : {}),
        ...(reasons ? { failures: reasons } : {}),
      });
      return true;
    },
    [toasts, refresh],
  );
}

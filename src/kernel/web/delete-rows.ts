import { useCallback } from 'react';
import type { BulkOperation } from '#kernel/bulk-contract.ts';
import type { Operation } from '#kernel/contract.ts';
import { useActOnMany } from './act-on-many.ts';
import { call } from './api.ts';

/** Deletes rows at once and offers the way back: nobody is asked whether he is sure. */
export function useDeleteRows(
  bulk: BulkOperation,
  restore: Operation,
  done: (count: number) => string,
): (ids: readonly string[]) => Promise<boolean> {
  const act = useActOnMany();
  return useCallback(
    (ids) =>
      act(
        bulk,
        ids,
        {},
        {
          done,
          undo: (gone) => Promise.all(gone.map((id) => call(restore, { id } as never))),
        },
      ),
    [act, bulk, restore, done],
  );
}

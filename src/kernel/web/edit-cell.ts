import { useCallback } from 'react';
import type { Operation } from '#kernel/contract.ts';
import { fieldOf, type ObjectDefinition } from '#kernel/fields.ts';
import type { FieldValue } from '#ui/field-spec.ts';
import { useToasts } from '#ui/toast.tsx';
import { call, Problem } from './api.ts';
import { listWords } from './list-words.ts';
import type { ListRow } from './use-list.ts';
import { useRefresh } from './use-operation.ts';

/** Saves one cell through the object's update operation; answers the reason when refused, offers undo when saved. */
export function useEditCell(
  update: Operation,
  definition: ObjectDefinition,
): (row: ListRow, key: string, value: FieldValue) => Promise<string | undefined> {
  const toasts = useToasts();
  const refresh = useRefresh();
  const w = listWords.use();
  return useCallback(
    async (row, key, value) => {
      const field = fieldOf(definition, key);
      const customKey = field?.customKey;
      const patch = (one: unknown) =>
        customKey ? { custom: { [customKey]: one ?? null } } : { [key]: one ?? null };
      const before = customKey ? (row.custom as Record<string, unknown> | undefined)?.[customKey] : row[key];
      try {
        const saved = (await call(update, {
          id: row.id,
          version: row.version,
          ...patch(value),
        } as never)) as { version: number };
        const undo = () =>
          call(update, { id: row.id, version: saved.version, ...patch(before) } as never).then(() =>
            refresh(),
          );
        toasts.show({ text: w('saved'), onUndo: undo });
        void refresh();
        return undefined;
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        void refresh();
        return error.errors[0]?.message ?? error.message;
      }
    },
    [update, definition, toasts, refresh, w],
  );
}

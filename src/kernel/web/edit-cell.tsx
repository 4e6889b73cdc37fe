import { useCallback } from 'react';
import type { Operation } from '#kernel/contract.ts';
import { type Field, fieldOf, type ObjectDefinition } from '#kernel/fields.ts';
import type { FieldValue } from '#ui/field-spec.ts';
import type { EditAnswer } from '#ui/grid-types.ts';
import { useToasts } from '#ui/toast.tsx';
import { call, Problem } from './api.ts';
import { fieldSpec } from './catalogue.ts';
import { sameValue } from './form-values.ts';
import { listWords } from './list-words.ts';
import { localePreference } from './preferences.ts';
import type { ListRow } from './use-list.ts';
import { Theirs } from './use-meanwhile.tsx';
import { useRefresh } from './use-operation.ts';

type Row = Readonly<Record<string, unknown>>;

function valueAt(row: Row, field: Field | undefined, key: string): unknown {
  return field?.customKey ? (row.custom as Row | undefined)?.[field.customKey] : row[key];
}

/**
 * Saves one cell through the object's update operation: answers the reason when refused, offers undo when saved.
 * Was somebody faster, then other fields go together, and for the same field he is asked.
 */
export function useEditCell(
  update: Operation,
  definition: ObjectDefinition,
): (row: ListRow, key: string, value: FieldValue) => Promise<EditAnswer> {
  const toasts = useToasts();
  const refresh = useRefresh();
  const locale = localePreference.use();
  const w = listWords.use();
  return useCallback(
    async (row, key, value) => {
      const field = fieldOf(definition, key);
      const send = (version: unknown, one: unknown) => {
        const patch = field?.customKey
          ? { custom: { [field.customKey]: one ?? null } }
          : { [key]: one ?? null };
        return call(update, { id: row.id, version, ...patch } as never) as Promise<{ version: number }>;
      };
      const save = async (present: Row): Promise<EditAnswer> => {
        const before = valueAt(present, field, key);
        try {
          const saved = await send(present.version, value);
          toasts.show({ text: w('saved'), onUndo: () => send(saved.version, before).then(() => refresh()) });
          return undefined;
        } catch (error) {
          if (!(error instanceof Problem)) throw error;
          const now = error.code === 'stale_version' ? error.current : undefined;
          if (!now) return error.errors[0]?.message ?? error.message;
          const theirs = valueAt(now, field, key);
          if (sameValue(theirs, value)) return undefined;
          if (sameValue(theirs, before) || !field) return save(now);
          const shown = <Theirs field={fieldSpec(field, locale)} value={theirs} />;
          return { theirs: shown, keepMine: () => save(now) };
        } finally {
          void refresh();
        }
      };
      return save(row);
    },
    [update, definition, toasts, refresh, locale, w],
  );
}

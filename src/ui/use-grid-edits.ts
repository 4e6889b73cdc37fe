import { useCallback, useRef, useState } from 'react';
import type { FieldValue } from './field-spec.ts';
import type { CellEdit, GridEdits } from './grid-items.ts';
import type { DataGridProps, GridRow } from './grid-types.ts';
import { reasonOf } from './reason-of.ts';

interface Edits {
  readonly edits: GridEdits;
  readonly save: (row: GridRow, key: string, value: FieldValue) => Promise<void>;
  readonly forget: (id: string, key: string) => void;
}

/** Shows the new value at once; when it is refused the old one returns with the reason, for 8 s. */
export function useGridEdits(onEdit: DataGridProps<GridRow>['onEdit']): Edits {
  const [edits, setEdits] = useState<GridEdits>({});
  const latest = useRef(onEdit);
  latest.current = onEdit;
  const put = useCallback((id: string, key: string, edit: CellEdit | undefined) => {
    setEdits((now) => {
      const { [key]: _old, ...others } = now[id] ?? {};
      const ofRow = edit ? { ...others, [key]: edit } : others;
      const { [id]: _row, ...rest } = now;
      return Object.keys(ofRow).length > 0 ? { ...rest, [id]: ofRow } : rest;
    });
  }, []);
  const forget = useCallback((id: string, key: string) => put(id, key, undefined), [put]);
  const save = useCallback(
    async (row: GridRow, key: string, value: FieldValue) => {
      put(row.id, key, { value });
      const refused = await Promise.resolve(latest.current?.(row, key, value)).catch(reasonOf);
      if (!refused) return put(row.id, key, undefined);
      put(row.id, key, { value, refused });
      window.setTimeout(() => forget(row.id, key), 8000);
    },
    [put, forget],
  );
  return { edits, save, forget };
}

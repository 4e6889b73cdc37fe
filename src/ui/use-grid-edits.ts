import { useCallback, useRef, useState } from 'react';
import type { FieldValue } from './field-spec.ts';
import type { CellEdit, GridEdits } from './grid-items.ts';
import type { DataGridProps, EditAnswer, GridRow } from './grid-types.ts';
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
      const settle = async (saving: Promise<EditAnswer>): Promise<void> => {
        put(row.id, key, { value });
        const answer = await saving.catch(reasonOf);
        if (!answer) return put(row.id, key, undefined);
        if (typeof answer !== 'string') {
          const onMine = () => void settle(answer.keepMine());
          return put(row.id, key, { value, clash: { theirs: answer.theirs, onMine } });
        }
        put(row.id, key, { value, refused: answer });
        window.setTimeout(() => forget(row.id, key), 8000);
      };
      await settle(Promise.resolve(latest.current?.(row, key, value)));
    },
    [put, forget],
  );
  return { edits, save, forget };
}

import { type ReactNode, useMemo, useRef } from 'react';
import type { FieldValue } from './field-spec.ts';
import type { GridRow } from './grid-types.ts';

/** A value being saved, or one that was refused and why. */
export interface CellEdit {
  readonly value: FieldValue;
  readonly refused?: string;
  /** Somebody else was faster: his value, and what to press. */
  readonly clash?: { readonly theirs: ReactNode; readonly onMine: () => void };
}

/** A row as the grid holds it: the row, and what the screen adds to it. A new object means: draw again. */
export interface GridItem<Row extends GridRow> {
  readonly id: string;
  readonly row: Row;
  readonly open: boolean;
  readonly live: boolean;
  readonly edits: Readonly<Record<string, CellEdit>> | undefined;
}

export type GridEdits = Readonly<Record<string, Readonly<Record<string, CellEdit>>>>;

interface Given<Row extends GridRow> {
  readonly rows: readonly Row[];
  readonly openId?: string;
  readonly live?: ReadonlySet<string>;
  readonly edits: GridEdits;
}

/** Keeps the same object for rows that did not change, so that only changed rows are drawn. */
export function useGridItems<Row extends GridRow>({
  rows,
  openId,
  live,
  edits,
}: Given<Row>): GridItem<Row>[] {
  const before = useRef(new Map<string, GridItem<Row>>());
  return useMemo(() => {
    const now = new Map<string, GridItem<Row>>();
    for (const row of rows) {
      const next: GridItem<Row> = {
        id: row.id,
        row,
        open: row.id === openId,
        live: live?.has(row.id) ?? false,
        edits: edits[row.id],
      };
      const old = before.current.get(row.id);
      const same =
        old &&
        old.row === row &&
        old.open === next.open &&
        old.live === next.live &&
        old.edits === next.edits;
      now.set(row.id, same ? old : next);
    }
    before.current = now;
    return [...now.values()];
  }, [rows, openId, live, edits]);
}

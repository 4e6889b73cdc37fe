import type { CustomCellEditorProps, CustomCellRendererProps } from 'ag-grid-react';
import { Popover } from 'antd';
import type { ReactNode } from 'react';
import { FieldInput } from './field-input.tsx';
import type { FieldSpec, FieldValue } from './field-spec.ts';
import { FieldView } from './field-view.tsx';
import type { GridItem } from './grid-items.ts';
import type { Column, GridRow } from './grid-types.ts';
import { ConflictStrip } from './notice.tsx';
import { useUiWords } from './ui-context.ts';

export interface CellParams {
  readonly column: Column<GridRow>;
  readonly first: boolean;
  readonly names?: Readonly<Record<string, string>>;
  readonly onForget?: (id: string, key: string) => void;
}

/** The field description that a column carries along. */
export function fieldOfColumn(column: Column<GridRow>): FieldSpec {
  return { ...column, kind: column.kind ?? 'text' };
}

export function cellValue(column: Column<GridRow>, item: GridItem<GridRow>): unknown {
  const edit = item.edits?.[column.key];
  if (edit && !edit.refused) return edit.value;
  return column.value ? column.value(item.row) : (item.row as unknown as Record<string, unknown>)[column.key];
}

/** One cell: the column's own drawing, or the kind's. A refused edit says why, at the spot. */
export function GridCell(props: CustomCellRendererProps<GridItem<GridRow>> & CellParams) {
  const { data, column, first, names, node, onForget } = props;
  const words = useUiWords();
  if (node.rowPinned) return <b className="yd-strong">{column.total ?? (first ? words.total : null)}</b>;
  if (!data) return null;
  const edit = data.edits?.[column.key];
  const pending = edit && !edit.refused;
  const inside: ReactNode =
    column.render && !pending ? (
      column.render(data.row)
    ) : (
      <FieldView field={fieldOfColumn(column)} value={cellValue(column, data)} names={names} />
    );
  const forget = () => onForget?.(data.id, column.key);
  if (edit?.clash)
    return (
      <Popover
        open
        placement="bottomLeft"
        classNames={{ container: 'yd-cell-clash' }}
        content={<ConflictStrip {...edit.clash} onTheirs={forget} />}
      >
        <span>{inside}</span>
      </Popover>
    );
  if (!edit?.refused) return inside;
  return (
    <Popover
      open
      placement="bottomLeft"
      classNames={{ container: 'yd-cell-refusal' }}
      content={
        <div role="alert">
          <button type="button" className="yd-plain" onClick={forget}>
            {edit.refused}
          </button>
        </div>
      }
    >
      <span className="yd-tone-bad">{inside}</span>
    </Popover>
  );
}

const closesOnChoice = ['choice', 'user', 'reference', 'date', 'checkbox'];

/** The cell's editor: the same input as in forms. Enter saves and goes down, Tab right, Esc gives up. */
export function GridCellEditor(props: CustomCellEditorProps<GridItem<GridRow>, FieldValue> & CellParams) {
  const { value, onValueChange, stopEditing, column } = props;
  const field = fieldOfColumn(column);
  function change(next: FieldValue) {
    onValueChange(next);
    if (closesOnChoice.includes(field.kind)) window.setTimeout(() => stopEditing(), 0);
  }
  return (
    <div className="yd-cell-editor">
      <FieldInput field={field} value={value} onChange={change} autoFocus bare />
    </div>
  );
}

import { Button, Checkbox, Dropdown, Popover } from 'antd';
import { ArrowUpDown, Columns3, Rows3 } from 'lucide-react';
import type { Column, GridLayout, GridRow, GridSort } from './grid-types.ts';
import { IconButton } from './icon-button.tsx';
import './list-tools.css';
import type { Density } from './theme.ts';
import { useUiWords } from './ui-context.ts';

interface SortMenuProps<Row extends GridRow> {
  readonly columns: readonly Column<Row>[];
  readonly sort: readonly GridSort[];
  readonly onSort: (sort: readonly GridSort[]) => void;
}

/** Order of the list: pick a column; picking it again turns it round. */
export function SortMenu<Row extends GridRow>({ columns, sort, onSort }: SortMenuProps<Row>) {
  const words = useUiWords();
  const current = sort[0];
  function pick(key: string) {
    onSort([{ key, descending: current?.key === key ? !current.descending : false }]);
  }
  const items = columns
    .filter((column) => column.sortable)
    .map(({ key, label }) => ({
      key,
      label: (
        <span className="yd-tool-line">
          {label}
          {current?.key === key ? (
            <span className="yd-text3">{current.descending ? words.descending : words.ascending}</span>
          ) : null}
        </span>
      ),
    }));
  return (
    <Dropdown
      trigger={['click']}
      menu={{ items, selectedKeys: current ? [current.key] : [], onClick: ({ key }) => pick(key) }}
    >
      <span>
        <IconButton icon={ArrowUpDown} label={words.sort} size={15} />
      </span>
    </Dropdown>
  );
}

interface ColumnMenuProps<Row extends GridRow> {
  readonly columns: readonly Column<Row>[];
  readonly layout: GridLayout | undefined;
  readonly onLayout: (layout: GridLayout) => void;
}

/** Which columns are shown; the first always is. */
export function ColumnMenu<Row extends GridRow>({ columns, layout, onLayout }: ColumnMenuProps<Row>) {
  const words = useUiWords();
  const now: GridLayout = layout ?? {
    order: columns.map((column) => column.key),
    widths: {},
    hidden: columns.filter((column) => column.hidden).map((column) => column.key),
  };
  function show(key: string, shown: boolean) {
    onLayout({ ...now, hidden: shown ? now.hidden.filter((one) => one !== key) : [...now.hidden, key] });
  }
  const list = (
    <div className="yd-tool-columns">
      {columns.slice(1).map(({ key, label }) => (
        <Checkbox
          key={key}
          checked={!now.hidden.includes(key)}
          onChange={(event) => show(key, event.target.checked)}
        >
          {label}
        </Checkbox>
      ))}
      <Button type="link" size="small" onClick={() => onLayout({ ...now, hidden: [] })}>
        {words.showAllColumns}
      </Button>
    </div>
  );
  return (
    <Popover trigger="click" placement="bottomRight" content={list} arrow={false}>
      <span>
        <IconButton icon={Columns3} label={words.columns} size={15} />
      </span>
    </Popover>
  );
}

interface DensityMenuProps {
  readonly density: Density;
  readonly onDensity: (density: Density) => void;
}

/** Row height 32, 36 or 44. */
export function DensityMenu({ density, onDensity }: DensityMenuProps) {
  const words = useUiWords();
  const choices: readonly Density[] = ['compact', 'normal', 'roomy'];
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectedKeys: [density],
        items: choices.map((key) => ({ key, label: words[key], onClick: () => onDensity(key) })),
      }}
    >
      <span>
        <IconButton icon={Rows3} label={words.density} size={15} />
      </span>
    </Dropdown>
  );
}

import { Button, Popover } from 'antd';
import { Funnel, Plus, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Dialog } from './dialog.tsx';
import './filter.css';
import type { FieldSpec } from './field-spec.ts';
import { FilterBuilder } from './filter-builder.tsx';
import { FilterChip } from './filter-chip.tsx';
import { FilterEditor } from './filter-editor.tsx';
import { type FilterGroup, type FilterPart, isFilterGroup, noFilter } from './filter-types.ts';
import { useUiWords } from './ui-context.ts';
import { usePhone } from './use-viewport.ts';

export interface FilterBarProps {
  readonly fields: readonly FieldSpec[];
  /** The kernel's condition tree; none shows everything. */
  readonly condition: FilterPart | undefined;
  readonly onChange: (condition: FilterGroup | undefined) => void;
  /** The view differs from what is saved: offers 保存视图 and 放弃改动. */
  readonly changed?: boolean;
  readonly onSave?: () => void;
  readonly onReset?: () => void;
  /** Right end: SortMenu, ColumnMenu, DensityMenu. */
  readonly tools?: ReactNode;
  /** Before the tools: sums of what is shown. */
  readonly children?: ReactNode;
}

function asGroup(condition: FilterPart | undefined): FilterGroup {
  if (!condition) return noFilter;
  return isFilterGroup(condition) && !condition.not ? condition : { combinator: 'and', rules: [condition] };
}

/** What the list shows, as a sentence of chips joined by 且 or 或. */
export function FilterBar(props: FilterBarProps) {
  const { fields, condition, onChange, changed, onSave, onReset, tools, children } = props;
  const words = useUiWords();
  const phone = usePhone();
  const [adding, setAdding] = useState(false);
  const [building, setBuilding] = useState(false);
  const filter = asGroup(condition);
  const { rules } = filter;
  const onFilter = (next: FilterGroup) => onChange(next.rules.length > 0 ? next : undefined);
  const put = (at: number, part: FilterPart) =>
    onFilter({ ...filter, rules: rules.map((one, place) => (place === at ? part : one)) });
  const drop = (at: number) => onFilter({ ...filter, rules: rules.filter((_, place) => place !== at) });
  const joint = filter.combinator === 'and' ? words.and : words.or;

  const chips = rules.map((part, at) => {
    const field = isFilterGroup(part) ? undefined : fields.find((one) => one.key === part.field);
    const key = isFilterGroup(part) ? `group-${at}` : `${part.field}-${at}`;
    const chip =
      isFilterGroup(part) || !field ? (
        <span className="yd-chip">
          <button type="button" className="yd-plain yd-chip-main" onClick={() => setBuilding(true)}>
            <span>{isFilterGroup(part) ? `${words.advanced} ${part.rules.length}` : part.field}</span>
          </button>
          <button
            type="button"
            className="yd-plain yd-chip-x"
            aria-label={words.removeCondition}
            onClick={() => drop(at)}
          >
            <X size={12} aria-hidden />
          </button>
        </span>
      ) : (
        <FilterChip
          fields={fields}
          field={field}
          rule={part}
          onChange={(rule) => put(at, rule)}
          onRemove={() => drop(at)}
        />
      );
    return (
      <span className="yd-filter-part" key={key}>
        {at > 0 ? (
          <button
            type="button"
            className="yd-plain yd-filter-joint"
            onClick={() => onFilter({ ...filter, combinator: filter.combinator === 'and' ? 'or' : 'and' })}
          >
            {joint}
          </button>
        ) : null}
        {chip}
      </span>
    );
  });
  const add = (
    <div>
      <FilterEditor
        fields={fields}
        onApply={(rule) => {
          setAdding(false);
          onFilter({ ...filter, rules: [...rules, rule] });
        }}
      />
      <button
        type="button"
        className="yd-plain yd-link yd-filter-advanced"
        onClick={() => {
          setAdding(false);
          setBuilding(true);
        }}
      >
        {words.advanced}
      </button>
    </div>
  );
  const adder = (
    <Popover
      content={add}
      trigger="click"
      open={adding}
      onOpenChange={setAdding}
      placement="bottomLeft"
      arrow={false}
      destroyOnHidden
    >
      <Button type="text" size="small" icon={<Plus size={14} aria-hidden />}>
        {words.addCondition}
      </Button>
    </Popover>
  );
  const builder = (
    <FilterBuilder
      open={building}
      fields={fields}
      filter={filter}
      onClose={() => setBuilding(false)}
      onFilter={(next) => {
        setBuilding(false);
        onFilter(next);
      }}
    />
  );
  if (phone)
    return (
      <PhoneFilters count={rules.length} onClear={() => onFilter(noFilter)}>
        {chips}
        {adder}
        {builder}
      </PhoneFilters>
    );
  return (
    <search className="yd-filter-bar">
      <Funnel className="yd-filter-icon" size={14} aria-hidden />
      <span className="yd-filter-chips">
        {chips}
        {adder}
      </span>
      {builder}
      <span className="yd-filter-right">
        {children}
        {changed && onReset ? (
          <Button type="text" size="small" onClick={onReset}>
            {words.discardChanges}
          </Button>
        ) : null}
        {changed && onSave ? (
          <button type="button" className="yd-plain yd-link" onClick={onSave}>
            {words.saveView}
          </button>
        ) : null}
        {tools}
      </span>
    </search>
  );
}

interface PhoneFiltersProps {
  readonly count: number;
  readonly onClear: () => void;
  readonly children: ReactNode;
}

/** On a phone the conditions wait in a sheet at the foot. */
function PhoneFilters({ count, onClear, children }: PhoneFiltersProps) {
  const words = useUiWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className={count > 0 ? 'yd-plain yd-pill yd-pill-on' : 'yd-plain yd-pill'}
        onClick={() => setOpen(true)}
      >
        <Funnel size={14} aria-hidden />
        {words.conditions}
        {count > 0 ? <span className="yd-text2">{count}</span> : null}
      </button>
      <Dialog
        open={open}
        title={words.conditions}
        onClose={() => setOpen(false)}
        padded
        footer={<Button onClick={onClear}>{words.clearConditions}</Button>}
      >
        <div className="yd-filter-sheet">{children}</div>
      </Dialog>
    </>
  );
}

import { Button } from 'antd';
import { Funnel } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Dialog } from './dialog.tsx';
import './filter.css';
import type { FieldSpec } from './field-spec.ts';
import { FilterBuilder } from './filter-builder.tsx';
import { FilterSentence } from './filter-sentence.tsx';
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
  /** The same on a phone: begin to select. */
  readonly phoneTools?: ReactNode;
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
  const [building, setBuilding] = useState(false);
  const filter = asGroup(condition);
  const onFilter = (next: FilterGroup) => onChange(next.rules.length > 0 ? next : undefined);
  const sentence = (
    <>
      <FilterSentence fields={fields} filter={filter} onFilter={onFilter} onBuild={() => setBuilding(true)} />
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
    </>
  );
  if (phone)
    return (
      <>
        <PhoneFilters count={filter.rules.length} onClear={() => onFilter(noFilter)}>
          {sentence}
        </PhoneFilters>
        {props.phoneTools ? <span className="yd-filter-right">{props.phoneTools}</span> : null}
      </>
    );
  return (
    <search className="yd-filter-bar">
      <Funnel className="yd-filter-icon" size={14} aria-hidden />
      <span className="yd-filter-chips">{sentence}</span>
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

import { Button, Popover } from 'antd';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import type { FieldSpec } from './field-spec.ts';
import { FilterChip } from './filter-chip.tsx';
import { FilterEditor } from './filter-editor.tsx';
import { type FilterGroup, type FilterPart, type FilterRule, isFilterGroup } from './filter-types.ts';
import { useUiWords } from './ui-context.ts';

interface FilterSentenceProps {
  readonly fields: readonly FieldSpec[];
  readonly filter: FilterGroup;
  readonly onFilter: (filter: FilterGroup) => void;
  /** Opens the builder for nested conditions. */
  readonly onBuild: () => void;
}

interface PartProps extends Omit<FilterSentenceProps, 'filter' | 'onFilter'> {
  readonly part: FilterPart;
  readonly onChange: (part: FilterPart) => void;
  readonly onRemove: () => void;
}

/** A condition as a chip; a nested group, or a field no longer there, as a chip that opens the builder. */
function Part({ fields, part, onChange, onRemove, onBuild }: PartProps) {
  const words = useUiWords();
  const field = isFilterGroup(part) ? undefined : fields.find((one) => one.key === part.field);
  if (!isFilterGroup(part) && field)
    return <FilterChip fields={fields} field={field} rule={part} onChange={onChange} onRemove={onRemove} />;
  return (
    <span className="yd-chip">
      <button type="button" className="yd-plain yd-chip-main" onClick={onBuild}>
        <span>{isFilterGroup(part) ? `${words.advanced} ${part.rules.length}` : part.field}</span>
      </button>
      <button
        type="button"
        className="yd-plain yd-chip-x"
        aria-label={words.removeCondition}
        onClick={onRemove}
      >
        <X size={12} aria-hidden />
      </button>
    </span>
  );
}

interface AdderProps extends Pick<FilterSentenceProps, 'fields' | 'onBuild'> {
  readonly onAdd: (rule: FilterRule) => void;
}

function Adder({ fields, onAdd, onBuild }: AdderProps) {
  const words = useUiWords();
  const [open, setOpen] = useState(false);
  const editor = (
    <div>
      <FilterEditor
        fields={fields}
        onApply={(rule) => {
          setOpen(false);
          onAdd(rule);
        }}
      />
      <button
        type="button"
        className="yd-plain yd-link yd-filter-advanced"
        onClick={() => {
          setOpen(false);
          onBuild();
        }}
      >
        {words.advanced}
      </button>
    </div>
  );
  return (
    <Popover
      content={editor}
      trigger="click"
      open={open}
      onOpenChange={setOpen}
      placement="bottomLeft"
      arrow={false}
      destroyOnHidden
    >
      <Button type="text" size="small" icon={<Plus size={14} aria-hidden />}>
        {words.addCondition}
      </Button>
    </Popover>
  );
}

/** Chips joined by 且 or 或 (pressing the word changes it), then 添加条件. */
export function FilterSentence({ fields, filter, onFilter, onBuild }: FilterSentenceProps) {
  const words = useUiWords();
  const { rules, combinator } = filter;
  const put = (at: number, part: FilterPart) =>
    onFilter({ ...filter, rules: rules.map((one, place) => (place === at ? part : one)) });
  const drop = (at: number) => onFilter({ ...filter, rules: rules.filter((_, place) => place !== at) });
  const turn = () => onFilter({ ...filter, combinator: combinator === 'and' ? 'or' : 'and' });
  return (
    <>
      {rules.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a condition is known by its place, the same field may stand twice.
        <span className="yd-filter-part" key={`${isFilterGroup(part) ? 'group' : part.field}-${at}`}>
          {at > 0 ? (
            <button type="button" className="yd-plain yd-filter-joint" onClick={turn}>
              {combinator === 'and' ? words.and : words.or}
            </button>
          ) : null}
          <Part
            fields={fields}
            part={part}
            onChange={(next) => put(at, next)}
            onRemove={() => drop(at)}
            onBuild={onBuild}
          />
        </span>
      ))}
      <Adder
        fields={fields}
        onBuild={onBuild}
        onAdd={(rule) => onFilter({ ...filter, rules: [...rules, rule] })}
      />
    </>
  );
}

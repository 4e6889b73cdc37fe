import { Popover } from 'antd';
import { X } from 'lucide-react';
import { useState } from 'react';
import type { FieldSpec } from './field-spec.ts';
import { FilterEditor } from './filter-editor.tsx';
import { operatorText, useValueText } from './filter-text.ts';
import type { FilterRule } from './filter-types.ts';
import { useUiWords } from './ui-context.ts';

interface FilterChipProps {
  readonly fields: readonly FieldSpec[];
  readonly field: FieldSpec;
  readonly rule: FilterRule;
  readonly onChange: (rule: FilterRule) => void;
  readonly onRemove: () => void;
}

/** One condition: `字段 | 关系 | 值 ×`. Pressing it opens its editor. */
export function FilterChip({ fields, field, rule, onChange, onRemove }: FilterChipProps) {
  const words = useUiWords();
  const [open, setOpen] = useState(false);
  const value = useValueText(field, rule);
  const editor = (
    <FilterEditor
      fields={fields}
      rule={rule}
      onApply={(next) => {
        setOpen(false);
        onChange(next);
      }}
    />
  );
  return (
    <span className="yd-chip">
      <Popover
        content={editor}
        trigger="click"
        open={open}
        onOpenChange={setOpen}
        placement="bottomLeft"
        arrow={false}
        destroyOnHidden
      >
        <button type="button" className="yd-plain yd-chip-main">
          <span>{field.label}</span>
          <span className="yd-chip-operator">{operatorText(field, rule.operator, words)}</span>
          {value ? <span className="yd-chip-value yd-ellipsis">{value}</span> : null}
        </button>
      </Popover>
      <button
        type="button"
        className="yd-plain yd-chip-x"
        aria-label={`${words.removeCondition} ${field.label}`}
        onClick={onRemove}
      >
        <X size={12} aria-hidden />
      </button>
    </span>
  );
}

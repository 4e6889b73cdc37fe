import { Button, Select } from 'antd';
import { type KeyboardEvent, useState } from 'react';
import type { FieldSpec } from './field-spec.ts';
import { operatorText } from './filter-text.ts';
import { type FilterOperator, type FilterRule, isComplete, operatorsOf, valueShape } from './filter-types.ts';
import { FilterValueInput } from './filter-value.tsx';
import { isComposing } from './keyboard.ts';
import { useUiWords } from './ui-context.ts';

interface FilterEditorProps {
  readonly fields: readonly FieldSpec[];
  /** The condition being changed; none for a new one. */
  readonly rule?: FilterRule;
  readonly onApply: (rule: FilterRule) => void;
}

function firstRule(field: FieldSpec): FilterRule {
  const operator = operatorsOf(field)[0] ?? '=';
  const value = field.kind === 'checkbox' ? true : operator === 'within' ? 'thisMonth' : undefined;
  return { field: field.key, operator, value };
}

/** The same condition asked another way; the value stays where it still fits. */
function turned(rule: FilterRule, operator: FilterOperator): FilterRule {
  const keeps = valueShape(operator) === valueShape(rule.operator);
  return { ...rule, operator, value: keeps ? rule.value : operator === 'within' ? 'thisMonth' : undefined };
}

interface HowAndWhatProps {
  readonly field: FieldSpec;
  readonly rule: FilterRule;
  readonly onChange: (rule: FilterRule) => void;
}

function HowAndWhat({ field, rule, onChange }: HowAndWhatProps) {
  const words = useUiWords();
  return (
    <>
      <Select
        aria-label={words.operator}
        className="yd-select"
        value={rule.operator}
        options={operatorsOf(field).map((operator) => ({
          value: operator,
          label: operatorText(field, operator, words),
        }))}
        onChange={(operator: FilterOperator) => onChange(turned(rule, operator))}
      />
      <FilterValueInput
        key={`${rule.field}${valueShape(rule.operator)}`}
        field={field}
        rule={rule}
        onChange={(value) => onChange({ ...rule, value })}
        autoFocus
      />
    </>
  );
}

/** One condition as three inputs in a popover: which field, how, what. */
export function FilterEditor({ fields, rule: given, onApply }: FilterEditorProps) {
  const words = useUiWords();
  const [rule, setRule] = useState<FilterRule | undefined>(given);
  const field = fields.find((one) => one.key === rule?.field);
  function apply() {
    if (rule && isComplete(rule)) onApply(rule);
  }
  function onKeyDown(event: KeyboardEvent) {
    const open = event.target instanceof HTMLElement && event.target.getAttribute('aria-expanded') === 'true';
    if (event.key === 'Enter' && !isComposing(event) && !open) apply();
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: listens for Enter from its inputs.
    <div className="yd-filter-editor" onKeyDown={onKeyDown}>
      <Select
        autoFocus={!given}
        defaultOpen={!given}
        aria-label={words.field}
        className="yd-select"
        placeholder={words.findField}
        showSearch={{ optionFilterProp: 'label' }}
        value={rule?.field}
        options={fields.map(({ key, label }) => ({ value: key, label }))}
        onChange={(key: string) => {
          const next = fields.find((one) => one.key === key);
          if (next) setRule(firstRule(next));
        }}
      />
      {field && rule ? <HowAndWhat field={field} rule={rule} onChange={setRule} /> : null}
      <Button type="primary" disabled={!rule || !isComplete(rule)} onClick={apply}>
        {words.apply}
      </Button>
    </div>
  );
}

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

/** One condition as three inputs in a popover: which field, how, what. */
export function FilterEditor({ fields, rule: given, onApply }: FilterEditorProps) {
  const words = useUiWords();
  const [rule, setRule] = useState<FilterRule | undefined>(given);
  const field = fields.find((one) => one.key === rule?.field);
  function apply() {
    if (rule && isComplete(rule)) onApply(rule);
  }
  function turn(operator: FilterOperator) {
    if (!rule) return;
    const keeps = valueShape(operator) === valueShape(rule.operator);
    setRule({
      ...rule,
      operator,
      value: keeps ? rule.value : operator === 'within' ? 'thisMonth' : undefined,
    });
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
      {field && rule ? (
        <>
          <Select
            aria-label={words.operator}
            className="yd-select"
            value={rule.operator}
            options={operatorsOf(field).map((operator) => ({
              value: operator,
              label: operatorText(field, operator, words),
            }))}
            onChange={turn}
          />
          <FilterValueInput
            key={`${rule.field}${valueShape(rule.operator)}`}
            field={field}
            rule={rule}
            onChange={(value) => setRule({ ...rule, value })}
            autoFocus
          />
        </>
      ) : null}
      <Button type="primary" disabled={!rule || !isComplete(rule)} onClick={apply}>
        {words.apply}
      </Button>
    </div>
  );
}

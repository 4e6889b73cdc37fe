import { Checkbox, InputNumber, Select } from 'antd';
import { FieldInput } from './field-input.tsx';
import type { FieldSpec, FieldValue } from './field-spec.ts';
import { FilterLookup } from './filter-lookup.tsx';
import { type FilterRule, type FilterValue, filterPeriods, valueShape } from './filter-types.ts';
import { useUiWords } from './ui-context.ts';

export interface FilterValueInputProps {
  readonly field: FieldSpec;
  readonly rule: FilterRule;
  readonly onChange: (value: FilterValue | undefined) => void;
  readonly autoFocus?: boolean;
}

// In a condition every day is a whole day, and nothing is required, masked or limited.
function plainField(field: FieldSpec): FieldSpec {
  const { key, label, choices, reference, currency, unit } = field;
  const kind = field.kind === 'datetime' ? 'date' : field.kind === 'longText' ? 'text' : field.kind;
  const typed = ['phone', 'email', 'url'].includes(kind) ? 'text' : kind;
  return { key, label, choices, reference, currency, unit, kind: typed };
}

function ManyInput({ field, rule, onChange, autoFocus }: FilterValueInputProps) {
  const words = useUiWords();
  const values = Array.isArray(rule.value) ? rule.value.map(String) : rule.value ? [String(rule.value)] : [];
  if (field.kind === 'user' || field.kind === 'reference')
    return <FilterLookup field={field} values={values} onChange={onChange} autoFocus={autoFocus} />;
  const choices = field.choices ?? [];
  if (choices.length <= 8 && choices.length > 0)
    return (
      <Checkbox.Group
        className="yd-filter-checks"
        value={values}
        options={choices.map(({ key, label }) => ({ value: key, label }))}
        onChange={(next) => onChange(next.map(String))}
      />
    );
  return (
    <Select
      mode={choices.length > 0 ? 'multiple' : 'tags'}
      className="yd-select"
      autoFocus={autoFocus}
      aria-label={words.value}
      value={values}
      options={choices.map(({ key, label }) => ({ value: key, label }))}
      showSearch={{ optionFilterProp: 'label' }}
      onChange={(next: string[]) => onChange(next)}
    />
  );
}

function PairInput({ field, rule, onChange, autoFocus }: FilterValueInputProps) {
  const words = useUiWords();
  const plain = plainField(field);
  const pair = Array.isArray(rule.value) ? rule.value : [];
  const put = (at: number, value: FieldValue) =>
    onChange([0, 1].map((place) => (place === at ? (value as string) : (pair[place] ?? ''))));
  return (
    <span className="yd-filter-pair">
      <FieldInput field={plain} value={pair[0]} onChange={(value) => put(0, value)} autoFocus={autoFocus} />
      {words.and2}
      <FieldInput field={plain} value={pair[1]} onChange={(value) => put(1, value)} />
    </span>
  );
}

function PeriodInput({ rule, onChange }: FilterValueInputProps) {
  const words = useUiWords();
  return (
    <Select
      className="yd-select"
      aria-label={words.value}
      value={rule.value ? String(rule.value) : undefined}
      options={filterPeriods.map((key) => ({ value: key, label: words.periods[key] }))}
      onChange={(next: string) => onChange(next)}
    />
  );
}

function DaysInput({ rule, onChange, autoFocus }: FilterValueInputProps) {
  const words = useUiWords();
  return (
    <InputNumber
      className="yd-number"
      aria-label={words.value}
      autoFocus={autoFocus}
      min={1}
      max={3650}
      precision={0}
      suffix={words.days}
      value={typeof rule.value === 'number' ? rule.value : null}
      onChange={(next) => onChange(next ?? undefined)}
    />
  );
}

/** The right side of a condition: one value, two, several, a named period or a number of days. */
export function FilterValueInput(props: FilterValueInputProps) {
  const { field, rule, onChange, autoFocus } = props;
  switch (valueShape(rule.operator)) {
    case 'none':
      return null;
    case 'many':
      return <ManyInput {...props} />;
    case 'period':
      return <PeriodInput {...props} />;
    case 'days':
      return <DaysInput {...props} />;
    case 'two':
      return <PairInput {...props} />;
    default:
      return (
        <FieldInput
          field={plainField(field)}
          value={rule.value as FieldValue}
          onChange={(value) => onChange(value as FilterValue)}
          autoFocus={autoFocus}
        />
      );
  }
}

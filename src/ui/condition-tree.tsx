import { Button, Select } from 'antd';
import { Plus, X } from 'lucide-react';
import {
  type ActionProps,
  QueryBuilder,
  type RuleGroupType,
  type Translations,
  toFlatOptionArray,
  type ValueEditorProps,
  type ValueSelectorProps,
} from 'react-querybuilder';
import type { ConditionEditorProps } from './condition-editor-props.ts';
import type { FieldSpec } from './field-spec.ts';
import { operatorText } from './filter-text.ts';
import { type FilterGroup, type FilterOperator, type FilterValue, operatorsOf } from './filter-types.ts';
import { FilterValueInput } from './filter-value.tsx';
import { IconButton } from './icon-button.tsx';
import { useUiWords } from './ui-context.ts';
import type { UiWords } from './words.zh.ts';
import './filter.css';

function ValueEditor({ fieldData, operator, value, handleOnChange }: ValueEditorProps) {
  const spec = fieldData.spec as FieldSpec | undefined;
  if (!spec) return null;
  const rule = { field: spec.key, operator: operator as FilterOperator, value: value as FilterValue };
  return (
    <span className="yd-tree-value">
      <FilterValueInput field={spec} rule={rule} onChange={handleOnChange} />
    </span>
  );
}

/** The builder's own menus have no spoken name; these do. */
function Menu({ options, value, handleOnChange, title, className }: ValueSelectorProps) {
  return (
    <span className={className}>
      <Select
        className="yd-select"
        aria-label={title}
        value={value}
        options={toFlatOptionArray(options).map(({ name, label }) => ({ value: name, label }))}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={(next: string | undefined) => handleOnChange(next)}
      />
    </span>
  );
}

function AddButton({ label, handleOnClick, disabled }: ActionProps) {
  return (
    <Button
      type="text"
      size="small"
      disabled={disabled}
      icon={<Plus size={14} aria-hidden />}
      onClick={(event) => handleOnClick(event)}
    >
      {label}
    </Button>
  );
}

function RemoveButton({ title, handleOnClick, disabled }: ActionProps) {
  return (
    <IconButton
      icon={X}
      size={14}
      label={title ?? ''}
      disabled={disabled}
      onClick={(event) => handleOnClick(event)}
    />
  );
}

const controls = {
  addRuleAction: AddButton,
  addGroupAction: AddButton,
  removeRuleAction: RemoveButton,
  removeGroupAction: RemoveButton,
  valueEditor: ValueEditor,
  fieldSelector: Menu,
  operatorSelector: Menu,
  combinatorSelector: Menu,
};

function translations(words: UiWords): Partial<Translations> {
  return {
    fields: {
      title: words.field,
      placeholderName: '~',
      placeholderLabel: words.findField,
      placeholderGroupLabel: '',
    },
    operators: {
      title: words.operator,
      placeholderName: '~',
      placeholderLabel: words.operator,
      placeholderGroupLabel: '',
    },
    value: { title: words.value },
    addRule: { label: words.addCondition, title: words.addCondition },
    addGroup: { label: words.addGroup, title: words.addGroup },
    removeRule: { label: '×', title: words.removeCondition },
    removeGroup: { label: '×', title: words.removeCondition },
    combinators: { title: `${words.and} / ${words.or}` },
    notToggle: { label: words.not, title: words.not },
  } as Partial<Translations>;
}

/**
 * Nested conditions on react-querybuilder: its tree is our tree, so nothing is translated on the way.
 * Its antd theme gives menus without spoken names, hence our own controls.
 */
export function ConditionTree({ fields, value, onChange }: ConditionEditorProps) {
  const words = useUiWords();
  return (
    <QueryBuilder
      query={value as unknown as RuleGroupType}
      onQueryChange={(next) => onChange(withoutIds(next as unknown as FilterGroup))}
      fields={fields.map((spec) => ({ name: spec.key, value: spec.key, label: spec.label, spec }))}
      getOperators={(_name, { fieldData }) => {
        const spec = fieldData.spec as FieldSpec;
        return operatorsOf(spec).map((name) => ({
          name,
          value: name,
          label: operatorText(spec, name, words),
        }));
      }}
      getDefaultValue={() => undefined}
      combinators={[
        { name: 'and', value: 'and', label: words.and },
        { name: 'or', value: 'or', label: words.or },
      ]}
      controlElements={controls}
      controlClassnames={{ queryBuilder: 'yd-tree' }}
      translations={translations(words)}
      maxLevels={4}
      resetOnFieldChange
      resetOnOperatorChange
      listsAsArrays
    />
  );
}

/** The builder marks its nodes with ids; what is kept and compared has none. */
function withoutIds(group: FilterGroup): FilterGroup {
  return {
    combinator: group.combinator,
    ...(group.not ? { not: true } : {}),
    rules: group.rules.map((part) =>
      'combinator' in part
        ? withoutIds(part)
        : { field: part.field, operator: part.operator, value: part.value },
    ),
  };
}

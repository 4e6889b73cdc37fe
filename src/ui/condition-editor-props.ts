import type { FieldSpec } from './field-spec.ts';
import type { FilterGroup } from './filter-types.ts';

export interface ConditionEditorProps {
  readonly fields: readonly FieldSpec[];
  readonly value: FilterGroup;
  readonly onChange: (value: FilterGroup) => void;
}

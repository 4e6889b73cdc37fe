import type { FieldSpec, FieldValue } from './field-spec.ts';

export interface FieldInputProps {
  readonly field: FieldSpec;
  readonly value: FieldValue;
  readonly onChange: (value: FieldValue) => void;
  readonly id?: string;
  readonly invalid?: boolean;
  readonly describedBy?: string;
  readonly autoFocus?: boolean;
  /** Inside a grid cell or chip: no label near, no border. */
  readonly bare?: boolean;
}

/** The input's own attributes: id, state, spoken name. */
export interface SharedProps {
  readonly shared: object;
}

/** What a field is, in the words of the person looking: grids, forms, filters and facts are drawn from it. */
export type FieldKind =
  | 'text'
  | 'longText'
  | 'integer'
  | 'number'
  | 'money'
  | 'percent'
  | 'date'
  | 'datetime'
  | 'choice'
  | 'multiChoice'
  | 'checkbox'
  | 'phone'
  | 'email'
  | 'url'
  | 'user'
  | 'reference';

/** Colour is a message: grey unless something is wrong (amber, red) or won over (green). */
export type Tone = 'neutral' | 'accent' | 'ok' | 'warn' | 'bad';

export interface ChoiceSpec {
  readonly key: string;
  readonly label: string;
  readonly tone?: Tone;
}

export interface FieldSpec {
  readonly key: string;
  readonly kind: FieldKind;
  readonly label: string;
  readonly choices?: readonly ChoiceSpec[];
  /** Object that a reference points to; `user` fields always point to `users`. */
  readonly reference?: string;
  readonly required?: boolean;
  readonly readOnly?: boolean;
  /** Only a part of the value may be seen. */
  readonly masked?: boolean;
  readonly maxLength?: number;
  readonly min?: string;
  readonly max?: string;
  /** Currency of a money field; ¥ when left out. */
  readonly currency?: string;
  readonly placeholder?: string;
  /** One line under the input: what it is for, or where it came from. */
  readonly hint?: string;
  /** Standing beside the label, right: `原为 A，已 9 天`. */
  readonly aside?: string;
  /** A password: dots with an eye, sent exactly as typed. */
  readonly secret?: boolean;
  /** What the browser may fill in; nothing unless said. */
  readonly autoComplete?: string;
  /** Unit inside the input, right: `天`, `%`. */
  readonly unit?: string;
  readonly filter?: boolean;
  readonly sort?: boolean;
  /** Short lists (up to 6) as buttons instead of a menu. */
  readonly asButtons?: boolean;
  readonly rows?: number;
}

export interface LookupOption {
  readonly id: string;
  readonly name: string;
  /** Second fact that tells two of the same name apart. */
  readonly note?: string;
}

export type FieldValue = string | number | boolean | null | undefined | readonly (string | number)[];

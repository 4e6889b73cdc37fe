/** What a field that an admin adds can hold. */
export const customFieldTypes = [
  'text',
  'longText',
  'number',
  'money',
  'date',
  'datetime',
  'choice',
  'multiChoice',
  'user',
  'phone',
  'email',
  'url',
  'checkbox',
] as const;
export type CustomFieldType = (typeof customFieldTypes)[number];

export interface CustomChoice {
  readonly key: string;
  readonly label: { readonly zh: string; readonly en: string };
}

/** A field as the organisation's admin has defined it. */
export interface CustomField {
  readonly id: string;
  readonly object: string;
  readonly key: string;
  readonly type: CustomFieldType;
  readonly labelZh: string;
  readonly labelEn: string;
  readonly choices: readonly CustomChoice[] | null;
  readonly required: boolean;
  readonly filterable: boolean;
  readonly sortable: boolean;
  /** No two records out of the bin have the same value; kept by an index of its own. */
  readonly unique: boolean;
  readonly position: number;
  readonly retiredAt: Date | null;
  readonly version: number;
}

/** What can be kept unique: short values that name something. */
export const uniqueTypes: readonly CustomFieldType[] = ['text', 'number', 'phone', 'email'];
/** Each costs every write an index. */
export const uniqueAtMost = 10;

/** Live fields of one object: what a form and a list can still be read with. */
export const fieldsAtMost = 100;
export const choicesAtMost = 200;
/** The values of a retired field are kept so long, and it can be brought back. */
export const keptDays = 30;

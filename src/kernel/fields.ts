import type { Refusable } from './values/refusal.ts';

/** Words in both languages, declared beside the thing they name. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

export type FieldType =
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

export interface Choice {
  readonly key: string;
  readonly label: Words;
  readonly tone?: Tone;
  /** Other spellings met in files: 抖音, TikTok. */
  readonly synonyms?: readonly string[];
}

/**
 * One field of one object, declared once. Grid columns, filters, sort allowlist, forms, bulk edit,
 * import mapping, export, field rights, audit diffs and API documentation all come from here.
 */
export interface Field {
  readonly key: string;
  readonly type: FieldType;
  readonly label: Words;
  /** Column of the object's own table; snake_case of the key when left out. */
  readonly column?: string;
  /** SQL over alias `t` for a computed, read-only field; wins over `column`. */
  readonly expression?: string;
  /** Looked up elsewhere row by row: pages have it only when it is asked for by name. */
  readonly costly?: boolean;
  readonly choices?: readonly Choice[];
  /** Name of the object that a `reference` points to; `user` fields point to `users`. */
  readonly reference?: string;
  readonly required?: boolean;
  readonly maxLength?: number;
  /** A text that has a form of its own: checked and brought into it on every way in. */
  readonly format?: 'creditCode';
  /** Bounds of a number, as decimal strings. */
  readonly min?: string;
  readonly max?: string;
  readonly filter?: boolean;
  readonly sort?: boolean;
  readonly group?: boolean;
  /** May be written by create and update; default true unless `expression` is set. */
  readonly edit?: boolean;
  readonly importable?: boolean;
  readonly exportable?: boolean;
  readonly bulk?: boolean;
  readonly search?: boolean;
  /** Shown as 138****1234 to who has no right to the whole value. */
  readonly masked?: boolean;
  /** The text column has a bigram index, so `contains` is fast on half a million rows. */
  readonly grams?: boolean;
  /** Header spellings met in files, both languages. */
  readonly synonyms?: readonly string[];
  /** Shown in a new list by default, with its width in px. */
  readonly width?: number;
  readonly hiddenByDefault?: boolean;
  /** Set for fields an admin added: the value lives in the `custom` JSON column under this key. */
  readonly customKey?: string;
}

/** An object of the product (leads, accounts …): its table, how rows are owned, and its fields. */
export interface ObjectDefinition {
  readonly object: string;
  readonly table: string;
  readonly label: Words;
  /** Column that says whose the row is; decides `visibleTo`. Left out: org-wide object. */
  readonly ownerColumn?: string;
  /** Field whose value names the row in references, search and the timeline. */
  readonly nameField: string;
  readonly softDelete?: boolean;
  readonly customFields?: boolean;
  readonly defaultSort: string;
  readonly fields: readonly Field[];
}

/** The column that a stored field lives in. */
export function columnOf(field: Field): string {
  return field.column ?? field.key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Declares an object; refuses at start what would be a silent mistake later. */
export function defineObject<const T extends ObjectDefinition>(definition: T): T {
  const seen = new Set<string>();
  for (const field of definition.fields) {
    if (seen.has(field.key)) throw new Error(`${definition.object}.${field.key} is declared twice`);
    seen.add(field.key);
    const needsChoices = field.type === 'choice' || field.type === 'multiChoice';
    if (needsChoices && !field.choices) throw new Error(`${definition.object}.${field.key} needs choices`);
    if (field.type === 'reference' && !field.reference)
      throw new Error(`${definition.object}.${field.key} needs the object it refers to`);
  }
  if (!seen.has(definition.nameField)) throw new Error(`${definition.object} has no ${definition.nameField}`);
  declared.set(definition.object, definition);
  return definition;
}

const declared = new Map<string, ObjectDefinition>();

/** The declared object of that name: what a reference points to. */
export function objectNamed(name: string): ObjectDefinition | undefined {
  return declared.get(name);
}

/** The field of an object by its key. */
export function fieldOf(definition: ObjectDefinition, key: string): Field | undefined {
  return definition.fields.find((field) => field.key === key);
}

/** May a person write this field at all, before rights: computed ones never. */
export function isEditable(field: Field): boolean {
  return field.edit ?? field.expression === undefined;
}

export type FieldRight = 'hidden' | 'masked' | 'read' | 'edit';

/** Field rights of one actor on one object: what is not listed follows the catalogue's default. */
export type FieldRights = Readonly<Record<string, FieldRight>>;

/** The right of an actor on one field. */
export function rightOn(field: Field, rights: FieldRights): FieldRight {
  const given = rights[field.key];
  if (given) return given === 'edit' && !isEditable(field) ? 'read' : given;
  return isEditable(field) ? 'edit' : 'read';
}

/** The object as one actor may know it: hidden fields do not exist for him. */
export function visibleFields(definition: ObjectDefinition, rights: FieldRights): readonly Field[] {
  return definition.fields.filter((field) => rightOn(field, rights) !== 'hidden');
}

export type FieldProblem = Refusable & { readonly field: string };

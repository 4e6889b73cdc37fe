import { type FieldRights, fieldOf, type ObjectDefinition, rightOn } from '#kernel/fields.ts';
import type { IndexedObject } from '../model.ts';

/** What one person may search and read of an object's documents. */
export interface SearchReach {
  /** Letters of the weights he may ask; empty: not even the name, so nothing is found. */
  readonly weights: string;
  /** Phones are masked for him: found by the whole number only. */
  readonly wholePhonesOnly: boolean;
  /** Field keys that may stand beside the name. */
  readonly beside: readonly string[];
  readonly account: boolean;
}

/** The searched fields of an object beside its name, and its phones. */
export function searchedFields(definition: ObjectDefinition) {
  const others = definition.fields.filter(
    (field) => field.search && field.key !== definition.nameField && !field.expression,
  );
  const phones = definition.fields.filter((field) => field.type === 'phone' && !field.expression);
  return { others, phones };
}

/**
 * Decides what of an object a person may search. One hidden or masked field among the other fields takes all of
 * them away from him: finding too little is better than spelling out a hidden value.
 */
export function searchReach(
  definition: ObjectDefinition,
  { beside, account }: IndexedObject,
  rights: FieldRights,
): SearchReach {
  const isOpen = (key: string) => {
    const field = fieldOf(definition, key);
    const right = field && rightOn(field, rights);
    return right === 'read' || right === 'edit';
  };
  const { others, phones } = searchedFields(definition);
  const phoneRights = phones.map((field) => rightOn(field, rights));
  const name = isOpen(definition.nameField);
  const otherFields = others.every((field) => isOpen(field.key));
  const openPhones = phones.every((field) => isOpen(field.key));
  return {
    weights: name ? `A${otherFields ? 'B' : ''}${openPhones ? 'C' : ''}` : '',
    wholePhonesOnly: name && !openPhones && !phoneRights.includes('hidden'),
    beside: beside.filter(isOpen),
    account: account !== undefined && isOpen(account),
  };
}

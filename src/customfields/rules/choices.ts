import type { CustomChoice, CustomFieldType } from '../model.ts';

/** A choice as it is sent: a new one has no key yet. */
export interface SentChoice {
  readonly key?: string;
  readonly label: { readonly zh: string; readonly en: string };
}

/** Whether a field of this type is answered by picking. */
export function hasChoices(type: CustomFieldType): boolean {
  return type === 'choice' || type === 'multiChoice';
}

/** The text of a field cannot be ordered by language, nor can lists; everything else can be sorted. */
export function isSortable(type: CustomFieldType): boolean {
  return type !== 'multiChoice' && type !== 'longText' && type !== 'user';
}

/**
 * Gives new choices a key and says which old ones are gone. Keys never change, so a renamed choice keeps its
 * records. Null when two choices have one label or one key, or a key is unknown.
 */
export function arrangeChoices(
  sent: readonly SentChoice[],
  before: readonly CustomChoice[],
): { choices: CustomChoice[]; gone: CustomChoice[] } | null {
  const known = new Set(before.map(({ key }) => key));
  const labels = new Set(sent.flatMap(({ label }) => [`zh ${label.zh}`, `en ${label.en.toLowerCase()}`]));
  if (labels.size < sent.length * 2) return null;
  const kept = sent.flatMap(({ key }) => key ?? []);
  if (new Set(kept).size < kept.length) return null;
  if (before.length > 0 && kept.some((key) => !known.has(key))) return null;
  const used = new Set([...known, ...kept]);
  const choices = sent.map(({ key, label }) => ({ key: key ?? newKey(label.en, used), label }));
  return { choices, gone: before.filter(({ key }) => !kept.includes(key)) };
}

function newKey(labelEn: string, used: Set<string>): string {
  const base = (labelEn.toLowerCase().match(/[a-z0-9]+/g) ?? []).join('_').slice(0, 40) || 'choice';
  let key = base;
  for (let number = 2; used.has(key); number += 1) key = `${base}_${number}`;
  used.add(key);
  return key;
}

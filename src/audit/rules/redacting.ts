import { type FieldRights, fieldOf, type ObjectDefinition, rightOn } from '#kernel/fields.ts';

export interface ShownChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
  /** The reader may know that it changed, not from what to what. */
  readonly masked: boolean;
}

/**
 * What changed, as far as it exists for the reader: hidden fields are absent, also their being changed; masked ones only
 * say that they changed. What the catalogue does not know (a removed custom field) is nobody's to read.
 */
export function shownChanges(
  changes: Readonly<Record<string, readonly [unknown, unknown]>> | null,
  definition: ObjectDefinition | undefined,
  rights: FieldRights,
): ShownChange[] {
  if (!definition || !changes) return [];
  return Object.entries(changes).flatMap(([key, [before, after]]) => {
    const custom = key.startsWith('custom.') ? key.slice('custom.'.length) : null;
    const field = custom
      ? definition.fields.find((one) => one.customKey === custom)
      : fieldOf(definition, key);
    const right = field && rightOn(field, rights);
    if (!field || right === 'hidden') return [];
    const masked = right === 'masked';
    return [{ field: field.key, before: masked ? null : before, after: masked ? null : after, masked }];
  });
}

import type { Actor } from '../access.ts';
import { rightsFor } from '../access.ts';
import { type Field, type ObjectDefinition, rightOn } from '../fields.ts';
import { maskEmail } from '../values/email.ts';
import { maskPhone } from '../values/phone-text.ts';

function maskValue(field: Field, value: unknown): unknown {
  if (typeof value !== 'string' || value === '') return value;
  if (field.type === 'phone') return maskPhone(value);
  if (field.type === 'email') return maskEmail(value);
  return '******';
}

/** Takes out of rows what the actor may not see whole: masked values starred, hidden custom values gone. */
export function hideFromActor(
  rows: readonly Record<string, unknown>[],
  definition: ObjectDefinition,
  actor: Actor,
): void {
  const rights = rightsFor(actor, definition);
  const masked = definition.fields.filter((field) => rightOn(field, rights) === 'masked');
  const hiddenCustom = definition.fields.filter(
    (field) => field.customKey && rightOn(field, rights) === 'hidden',
  );
  for (const row of rows) {
    const custom = row.custom as Record<string, unknown> | undefined;
    for (const field of masked) {
      if (!field.customKey) row[field.key] = maskValue(field, row[field.key]);
      else if (custom) custom[field.customKey] = maskValue(field, custom[field.customKey]);
    }
    if (custom) for (const field of hiddenCustom) if (field.customKey) delete custom[field.customKey];
  }
}

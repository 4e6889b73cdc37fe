import { type Actor, definitionFor, rightsFor } from '../access.ts';
import type { Operation } from '../contract.ts';
import { objectNamed, rightOn } from '../fields.ts';
import { hideFromActor } from '../lists/mask.ts';
import { Refusal } from '../values/refusal.ts';

/**
 * A stale edit is answered with the present row, as commands lock it: whole. What leaves is what this actor may read of
 * it: hidden fields and columns that are no fields are taken out, masked ones starred.
 */
export function presentCurrent(error: unknown, operation: Operation, actor: Actor | undefined): unknown {
  if (!(error instanceof Refusal) || error.current === undefined || error.current === null) return error;
  const base = operation.object ? objectNamed(operation.object) : undefined;
  if (!base) return error;
  if (!actor) return new Refusal(error.kind, error.code, { detail: error.detail, errors: error.errors });
  const definition = definitionFor(actor, base);
  const rights = rightsFor(actor, definition);
  const whole = error.current as Readonly<Record<string, unknown>>;
  const shown: Record<string, unknown> = { id: whole.id, version: whole.version };
  for (const field of definition.fields)
    if (!field.customKey && field.key in whole && rightOn(field, rights) !== 'hidden')
      shown[field.key] = whole[field.key];
  if (whole.custom) shown.custom = { ...(whole.custom as object) };
  hideFromActor([shown], definition, actor);
  return new Refusal(error.kind, error.code, { detail: error.detail, errors: error.errors, current: shown });
}

import type { Step } from '#kernel/command.ts';
import { badInput, Refusal } from '#kernel/values/refusal.ts';
import { leadFieldsToAsk } from '#leads/public.ts';
import type { BothLanguages, FormField, MappedPlace } from '../model.ts';

export const says = (text: BothLanguages): boolean => text.zh.trim() !== '' || text.en.trim() !== '';
export const dateOf = (text: string | null): Date | null => (text === null ? null : new Date(text));

/** A form asks for known fields, each once, and for a way to call back. */
export async function refuseBadForm(
  {
    fields,
    ownerId,
    poolId,
  }: { fields: readonly FormField[]; ownerId: string | null; poolId: string | null },
  step: Step,
): Promise<void> {
  if (ownerId && poolId) throw new Refusal('rule', 'owner_and_pool');
  const known = new Set((await leadFieldsToAsk(step)).map((field) => field.key));
  const unknown = fields.find(({ key }) => !known.has(key) || key === 'channel' || key === 'campaign');
  if (unknown) throw badInput([{ field: 'fields', code: 'unknown_field' }]);
  if (new Set(fields.map(({ key }) => key)).size < fields.length)
    throw badInput([{ field: 'fields', code: 'field_twice' }]);
  if (!fields.some(({ key }) => key === 'phone' || key === 'email'))
    throw badInput([{ field: 'fields', code: 'nobody_to_call' }]);
}

/** A mapping fills known fields only. */
export async function refuseBadSource(
  {
    mapping,
    ownerId,
    poolId,
  }: { mapping: readonly MappedPlace[]; ownerId: string | null; poolId: string | null },
  step: Step,
): Promise<void> {
  if (ownerId && poolId) throw new Refusal('rule', 'owner_and_pool');
  const known = new Set((await leadFieldsToAsk(step)).map((field) => field.key));
  const unknown = mapping.find(({ field }) => !known.has(field));
  if (unknown) throw badInput([{ field: 'mapping', code: 'unknown_field' }]);
}

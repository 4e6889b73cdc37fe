import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { notFound } from '#kernel/values/refusal.ts';
import { leadFieldsToAsk, readCapturedValues } from '#leads/public.ts';
import type * as contract from '../contract/sources.ts';
import { valuesFor } from '../rules/coercing-values.ts';
import { guessMapping, mapPayload, placesOf } from '../rules/mapping-payloads.ts';
import { findSource } from '../store/sources.ts';

/** Shows what a sample would become with a mapping that need not be saved yet; without one, with a first guess. */
export async function testSource(
  { id, payload, mapping }: Input<typeof contract.testSource>,
  step: Step,
): Promise<Output<typeof contract.testSource>> {
  const source = await findSource(step, id);
  if (!source) throw notFound();
  const chosen = mapping ?? (source.mapping.length > 0 ? source.mapping : guessMapping(payload));
  const fields = await leadFieldsToAsk(step);
  const mapped = mapPayload(payload, chosen);
  const values = valuesFor(mapped, Object.keys(mapped), fields);
  const read = readCapturedValues({ ...values, channel: source.channel }, step);
  return {
    places: placesOf(payload),
    mapping: [...chosen],
    values: 'values' in read ? read.values : values,
    problems: 'problems' in read ? [...read.problems] : [],
  };
}

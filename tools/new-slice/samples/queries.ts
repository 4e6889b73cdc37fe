import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import type { ListSource } from '#kernel/lists/source.ts';
import { readRow } from '#kernel/read-row.ts';
import type * as contract from './contract.ts';
import { sampleObject } from './fields.ts';

export const sampleSource: ListSource = { definition: sampleObject };

/** One sample as this person may see it. */
export async function getSample(
  { id }: Input<typeof contract.getSample>,
  step: Step,
): Promise<Output<typeof contract.getSample>> {
  const { row, names } = await readRow(sampleObject, id, step);
  return { sample: row as Output<typeof contract.getSample>['sample'], names };
}

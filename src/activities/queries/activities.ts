import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import type { ListSource } from '#kernel/lists/source.ts';
import { readRow } from '#kernel/read-row.ts';
import type * as contract from '../contract.ts';
import { activityObject } from '../fields.ts';

export const activitySource: ListSource = { definition: activityObject };

export async function getActivity(
  { id }: Input<typeof contract.getActivity>,
  step: Step,
): Promise<Output<typeof contract.getActivity>> {
  const { row, names } = await readRow(activityObject, id, step);
  return { activity: row as Output<typeof contract.getActivity>['activity'], names };
}

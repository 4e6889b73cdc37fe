import type { Output, Sent } from '#kernel/contract.ts';
import type { getImport, planImport } from '../../contract/imports.ts';

export type ImportDetail = Output<typeof getImport>;
export type PlanDraft = Omit<Sent<typeof planImport>, 'id'>;

/** The choices of the mapping step as the server last had them. */
export function draftOf({ plan }: ImportDetail): PlanDraft {
  const { fields, mode, keys, dateOrder, options } = plan;
  return { fields: [...fields], mode, keys: [...keys], dateOrder, options };
}

import { useRead } from '#kernel/web/use-operation.ts';
import { submissionList } from '../../contract/submissions.ts';

export const keptAside = {
  combinator: 'and',
  rules: [{ field: 'state', operator: '=', value: 'rejected' }],
} as const;

/** How many submissions wait for a person to look at them; undefined while unknown or none. */
export function useKeptCount(): number | undefined {
  const { data } = useRead(submissionList.aggregate, {
    filter: keptAside as never,
    measures: [{ fn: 'count' }],
  });
  const count = Number(data?.rows[0]?.values[0] ?? 0);
  return count > 0 ? count : undefined;
}

import { useRead } from '#kernel/web/use-operation.ts';
import { approvalList } from '../../contract.ts';

export const waitingForMe = {
  combinator: 'and',
  rules: [
    { field: 'approverId', operator: '=', value: '@me' },
    { field: 'status', operator: '=', value: 'pending' },
  ],
} as const;

/** How many questions wait for the reader; undefined while unknown or none. */
export function useWaitingCount(): number | undefined {
  const { data } = useRead(approvalList.aggregate, {
    filter: waitingForMe as never,
    measures: [{ fn: 'count' }],
  });
  const count = Number(data?.rows[0]?.values[0] ?? 0);
  return count > 0 ? count : undefined;
}

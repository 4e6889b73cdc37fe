import type { AssignmentRule } from './assignment-rule.ts';

type Written = Omit<AssignmentRule, 'id' | 'position' | 'turn' | 'members'> & {
  readonly members: readonly { readonly userId: string; readonly rowNo: number; readonly weight: number }[];
};

/** Whether two rules say the same; whose turn it is makes no difference. */
export function isSameRule(one: Written, other: Written): boolean {
  return said(one) === said(other);
}

function said({ members, ...rule }: Written): string {
  const { name, enabled, waysIn, condition, method, tableField, tableRows, poolId, whenNobody } = rule;
  const people = members.map(({ userId, rowNo, weight }) => [userId, rowNo, weight]);
  return JSON.stringify([
    name,
    enabled,
    waysIn,
    sorted(condition),
    method,
    tableField,
    tableRows,
    poolId,
    whenNobody,
    people,
  ]);
}

/** A condition comes back from the database with its properties in another order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, sorted(part)]),
  );
}

import type { Condition } from '#kernel/conditions/tree.ts';
import type { Bar, LastStep, Method, OwnerKey, WayIn, WhenNobody, WorkHours } from '../model.ts';

/** Somebody a rule may give leads to, and where he stands in its turns. */
export interface Member {
  readonly userId: string;
  /** The line of the table he is in; 0 elsewhere. */
  readonly rowNo: number;
  readonly weight: number;
  readonly turn: number;
  readonly credit: number;
}

/** One rule of the list, with its people in their order. */
export interface AssignmentRule {
  readonly id: string;
  readonly name: string;
  readonly position: number;
  readonly enabled: boolean;
  readonly waysIn: readonly WayIn[] | null;
  readonly condition: Condition | null;
  readonly method: Method;
  readonly tableField: string | null;
  /** The values of each line of the table. */
  readonly tableRows: readonly (readonly string[])[];
  readonly poolId: string | null;
  readonly whenNobody: WhenNobody;
  readonly turn: number;
  readonly members: readonly Member[];
}

/** How fast somebody must be heard of; the first whose condition holds counts. */
export interface ResponsePolicy {
  readonly name: string;
  readonly condition: Condition | null;
  readonly minutes: number;
  readonly clock: 'working' | 'always';
  readonly atLast: LastStep;
}

/** What an organisation has set for assignment as a whole. */
export interface AssignmentSettings {
  readonly hours: WorkHours;
  readonly ownerKeys: readonly OwnerKey[];
  readonly blacklist: readonly Bar[];
  /** Where leads go that no rule takes; null: the default pool. */
  readonly fallbackPoolId: string | null;
  readonly policies: readonly ResponsePolicy[];
}

import type { Method } from '../model.ts';
import type { AssignmentRule, Member } from './assignment-rule.ts';

/** Where the turns of one rule stand while a batch is dealt; only what changed is saved. */
export interface Turns {
  readonly ruleId: string;
  turn: number;
  readonly members: Place[];
  changed: boolean;
}

export interface Place {
  readonly userId: string;
  readonly rowNo: number;
  readonly weight: number;
  turn: number;
  credit: number;
}

/** Takes up the turns where the rule left them. */
export function turnsOf(rule: Pick<AssignmentRule, 'id' | 'turn' | 'members'>): Turns {
  return {
    ruleId: rule.id,
    turn: rule.turn,
    members: rule.members.map((member: Member) => ({ ...member })),
    changed: false,
  };
}

/**
 * Chooses whose turn it is among those who can take a lead, and notes the turn. Undefined when nobody can.
 *
 * Rotation serves whoever was served longest ago: somebody who was passed over is next when he is back, once and
 * not more, so there is no debt. Weights are dealt by smooth weighted round robin: 2 : 1 over three leads is
 * exactly two and one, and one who is away neither gains nor owes meanwhile.
 */
export function takeTurn(
  turns: Turns,
  method: Method,
  free: (member: Place) => boolean,
  loadOf: (userId: string) => number,
  rowNo = 0,
): string | undefined {
  const able = turns.members.filter((member) => member.rowNo === rowNo && free(member));
  if (able.length === 0) return undefined;
  const chosen =
    method === 'weighted'
      ? heaviest(able)
      : method === 'leastLoad'
        ? lightest(able, loadOf)
        : longestAgo(able);
  turns.turn += 1;
  chosen.turn = turns.turn;
  turns.changed = true;
  return chosen.userId;
}

/** Order among equals is the order of the list: `<` keeps the first. */
function best(able: readonly Place[], before: (one: Place, other: Place) => boolean): Place {
  return able.reduce((first, one) => (before(one, first) ? one : first));
}

function longestAgo(able: readonly Place[]): Place {
  return best(able, (one, other) => one.turn < other.turn);
}

function lightest(able: readonly Place[], loadOf: (userId: string) => number): Place {
  return best(able, (one, other) => {
    const difference = loadOf(one.userId) - loadOf(other.userId);
    return difference < 0 || (difference === 0 && one.turn < other.turn);
  });
}

function heaviest(able: readonly Place[]): Place {
  let total = 0;
  for (const member of able) {
    member.credit += member.weight;
    total += member.weight;
  }
  const chosen = best(able, (one, other) => one.credit > other.credit);
  chosen.credit -= total;
  return chosen;
}

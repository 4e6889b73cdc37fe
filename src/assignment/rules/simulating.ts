import type { Words } from '#kernel/fields.ts';
import type { AssignmentRule } from './assignment-rule.ts';
import { explain } from './explaining.ts';
import { type Desk, dealer, type Place } from './placing.ts';

export interface PastLead {
  readonly id: string;
  readonly company: string;
  readonly at: Date;
  readonly method: string;
  readonly values: Readonly<Record<string, unknown>>;
}

export interface Side {
  readonly to: string;
  readonly rule: string | null;
  readonly why: Words;
}

export interface Simulated {
  readonly changed: number;
  /** By person or pool: how many by today's rules, how many by the draft. */
  readonly sides: readonly { key: string; kind: 'owner' | 'pool'; today: number; draft: number }[];
  readonly rules: readonly { name: string; today: number; draft: number }[];
  readonly sample: readonly { lead: PastLead; today: Side; draft: Side }[];
}

const shownAtMost = 20;

/**
 * Deals past leads twice, in the order in which they came: by the rules as they are and by a draft. Both begin with
 * everybody's hands empty, so that the difference is the rules' alone; leave and hours are those of the day.
 */
export function simulate(
  leads: readonly PastLead[],
  today: readonly AssignmentRule[],
  draft: readonly AssignmentRule[],
  desk: Omit<Desk, 'rules'>,
): Simulated {
  const one = dealer({ ...desk, rules: fresh(today) });
  const other = dealer({ ...desk, rules: fresh(draft) });
  const sides = new Map<string, { key: string; kind: 'owner' | 'pool'; today: number; draft: number }>();
  const rules = new Map<string, { name: string; today: number; draft: number }>();
  const names = { today: namesOf(today), draft: namesOf(draft) };
  const changed: { lead: PastLead; today: Place; draft: Place }[] = [];
  let differing = 0;
  const count = (side: 'today' | 'draft', place: Place) => {
    const key = place.ownerId ?? place.poolId ?? '';
    const to = sides.get(key) ?? { key, kind: place.ownerId ? 'owner' : 'pool', today: 0, draft: 0 };
    to[side] += 1;
    sides.set(key, to);
    const name = place.ruleId === null ? '' : (names[side].get(place.ruleId) ?? '');
    const by = rules.get(name) ?? { name, today: 0, draft: 0 };
    by[side] += 1;
    rules.set(name, by);
  };
  for (const lead of leads) {
    const arrival = { values: lead.values, method: lead.method, at: lead.at };
    const now = one.place(arrival, null);
    const then = other.place(arrival, null);
    count('today', now);
    count('draft', then);
    if ((now.ownerId ?? now.poolId) === (then.ownerId ?? then.poolId)) continue;
    differing += 1;
    if (changed.length < shownAtMost) changed.push({ lead, today: now, draft: then });
  }
  return {
    changed: differing,
    sides: [...sides.values()].sort((a, b) => b.draft + b.today - a.draft - a.today),
    rules: [...rules.values()],
    sample: changed.map((row) => ({
      lead: row.lead,
      today: sideOf(row.today, names.today, desk),
      draft: sideOf(row.draft, names.draft, desk),
    })),
  };
}

/** Turns from the beginning: where they stand today says nothing about last month. */
function fresh(rules: readonly AssignmentRule[]): AssignmentRule[] {
  return rules.map((rule) => ({
    ...rule,
    turn: 0,
    members: rule.members.map((member) => ({ ...member, turn: 0, credit: 0 })),
  }));
}

function namesOf(rules: readonly AssignmentRule[]): Map<string, string> {
  return new Map(rules.map((rule) => [rule.id, rule.name]));
}

function sideOf(place: Place, names: ReadonlyMap<string, string>, desk: Omit<Desk, 'rules'>): Side {
  const to = place.ownerId
    ? desk.people.get(place.ownerId)?.name
    : desk.poolNames.get(place.poolId ?? desk.defaultPoolId);
  return {
    to: to ?? '',
    rule: place.ruleId === null ? null : (names.get(place.ruleId) ?? null),
    why: explain(place.told),
  };
}

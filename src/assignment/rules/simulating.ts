import type { Words } from '#kernel/fields.ts';
import { addDays, dayOf, startOfDay } from '#kernel/values/day.ts';
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

/** A trial that is under way: leads in the order in which they came, a few at a time, then what it came to. */
export interface Trial {
  readonly deal: (leads: readonly PastLead[]) => void;
  readonly result: () => Simulated;
}

/**
 * Deals past leads twice, in the order in which they came: by the rules as they are and by a draft. Both begin with
 * everybody's hands empty, so that the difference is the rules' alone; leave and hours are those of the day.
 */
export function simulate(
  today: readonly AssignmentRule[],
  draft: readonly AssignmentRule[],
  desk: Omit<Desk, 'rules'>,
): Trial {
  const one = dealer({ ...desk, rules: fresh(today) });
  const other = dealer({ ...desk, rules: fresh(draft) });
  const names = { today: namesOf(today), draft: namesOf(draft) };
  const sums = new Sums(names);
  const changed: { lead: PastLead; today: Place; draft: Place }[] = [];
  let differing = 0;
  const { zone } = desk.moment;
  let day = '';
  let dayEnds = 0;
  const dealOne = (lead: PastLead) => {
    // They come in order: the zone is asked once a day, not once a lead.
    if (lead.at.getTime() >= dayEnds) {
      day = dayOf(lead.at, zone);
      dayEnds = startOfDay(addDays(day, 1), zone).getTime();
    }
    const arrival = { values: lead.values, method: lead.method, at: lead.at, day };
    const now = one.place(arrival, null);
    const then = other.place(arrival, null);
    sums.count('today', now);
    sums.count('draft', then);
    if ((now.ownerId ?? now.poolId) === (then.ownerId ?? then.poolId)) return;
    differing += 1;
    if (changed.length < shownAtMost) changed.push({ lead, today: now, draft: then });
  };
  return {
    deal: (leads) => leads.forEach(dealOne),
    result: () => ({
      changed: differing,
      ...sums.all(),
      sample: changed.map((row) => ({
        lead: row.lead,
        today: sideOf(row.today, names.today, desk),
        draft: sideOf(row.draft, names.draft, desk),
      })),
    }),
  };
}

type SideName = 'today' | 'draft';

class Sums {
  readonly #names: Readonly<Record<SideName, ReadonlyMap<string, string>>>;
  readonly #sides = new Map<string, { key: string; kind: 'owner' | 'pool'; today: number; draft: number }>();
  readonly #rules = new Map<string, { name: string; today: number; draft: number }>();

  constructor(names: Readonly<Record<SideName, ReadonlyMap<string, string>>>) {
    this.#names = names;
  }

  count(side: SideName, place: Place): void {
    const key = place.ownerId ?? place.poolId ?? '';
    const to = this.#sides.get(key) ?? { key, kind: place.ownerId ? 'owner' : 'pool', today: 0, draft: 0 };
    to[side] += 1;
    this.#sides.set(key, to);
    const name = place.ruleId === null ? '' : (this.#names[side].get(place.ruleId) ?? '');
    const by = this.#rules.get(name) ?? { name, today: 0, draft: 0 };
    by[side] += 1;
    this.#rules.set(name, by);
  }

  all(): Pick<Simulated, 'sides' | 'rules'> {
    return {
      sides: [...this.#sides.values()].sort((a, b) => b.draft + b.today - a.draft - a.today),
      rules: [...this.#rules.values()],
    };
  }
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

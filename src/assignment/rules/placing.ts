import { type ConditionRecord, evaluator } from '#kernel/conditions/evaluate.ts';
import type { ConditionMoment } from '#kernel/conditions/tree.ts';
import type { ObjectDefinition, Words } from '#kernel/fields.ts';
import { type Day, dayOf } from '#kernel/values/day.ts';
import { type OwnerKey, type SkipReason, type WayIn, type WorkHours, waysIn } from '../model.ts';
import type { AssignmentRule, AssignmentSettings } from './assignment-rule.ts';
import { explain, type Skipped, type Told } from './explaining.ts';
import { type Blacklist, barredBy, keysOf, readBlacklist } from './recognising.ts';
import { tableRowOf } from './table-rows.ts';
import { type Turns, takeTurn, turnsOf } from './taking-turns.ts';
import { isWorking } from './working-time.ts';

/** A lead that needs a place. */
export interface Arrival {
  readonly values: ConditionRecord;
  readonly method: string;
  /** Who may not have this record now, and until when: let it go lately, or has just lost it. */
  readonly cooling?: ReadonlyMap<string, Date>;
  readonly hadBy?: string | null;
  /** Only this rule is asked: a lead that waits for its people. */
  readonly ruleId?: string;
  /** When it came, in a trial on past leads; with the day in the zone. */
  readonly at?: Date;
  readonly day?: Day;
}

export interface Person {
  readonly userId: string;
  readonly name: string;
  readonly active: boolean;
  /** Leave now or, for a trial, within its period; days, both included. */
  readonly leaves: readonly { readonly fromOn: string; readonly toOn: string }[];
  readonly hours: WorkHours | null;
  readonly held: number;
  readonly cap: number | null;
}

/** Somebody who holds an account or lead that looks the same. */
export interface KnownOwner {
  readonly userId: string;
  readonly key: OwnerKey;
  readonly object: 'accounts' | 'leads';
}

/** Everything a batch is dealt by, read under the lock of the rules it may use. */
export interface Desk {
  readonly rules: readonly AssignmentRule[];
  readonly settings: AssignmentSettings;
  readonly people: ReadonlyMap<string, Person>;
  readonly poolNames: ReadonlyMap<string, string>;
  readonly defaultPoolId: string;
  readonly definition: ObjectDefinition;
  readonly moment: ConditionMoment;
}

export type PlacedBy = 'blacklist' | 'existingOwner' | 'rule' | 'nobody' | 'noRule';

export interface Place {
  readonly ownerId: string | null;
  readonly poolId: string | null;
  readonly ruleId: string | null;
  readonly by: PlacedBy;
  readonly told: Told;
}

export type Placement = Omit<Place, 'told'> & { readonly why: Words };

export interface Dealt {
  readonly placements: readonly Placement[];
  /** The turns that moved: what must be saved. */
  readonly turns: readonly Turns[];
}

/** Which rules a lead would be asked of, in order: those that listen to its way in and whose condition it meets. */
export function matcher(
  desk: Pick<Desk, 'rules' | 'definition' | 'moment'>,
): (arrival: Arrival) => AssignmentRule[] {
  const tests = desk.rules.map((rule) => ({
    rule,
    meets: rule.condition ? evaluator(rule.condition, desk.definition, desk.moment) : () => true,
  }));
  return (arrival) =>
    tests
      .filter(({ rule, meets }) => {
        if (arrival.ruleId !== undefined) return rule.id === arrival.ruleId;
        if (!rule.enabled) return false;
        if (rule.waysIn && !listensTo(rule.waysIn, arrival.method)) return false;
        if (rule.method === 'table' && tableRowOf(rule, arrival.values) === null) return false;
        return meets(arrival.values);
      })
      .map(({ rule }) => rule);
}

/** A lead that goes on from one to another has come in already: then every rule is meant. */
function listensTo(ways: readonly WayIn[], method: string): boolean {
  return !(waysIn as readonly string[]).includes(method) || ways.includes(method as WayIn);
}

/**
 * Deals a batch of leads in their order: blacklist, then whoever holds the same company or person already, then the
 * rules from the top, then the pool. Caps count what this very batch has given.
 */
export function placeLeads(
  arrivals: readonly Arrival[],
  owners: readonly (KnownOwner | null)[],
  desk: Desk,
): Dealt {
  const table = dealer(desk);
  const placements = arrivals.map((arrival, index) => {
    const { told, ...place } = table.place(arrival, owners[index] ?? null);
    return { ...place, why: explain(told) };
  });
  return { placements, turns: table.turns() };
}

/** Deals one lead after another from one desk; the reasons are put into words by whoever wants to read them. */
export function dealer(desk: Desk): {
  place: (arrival: Arrival, owner: KnownOwner | null) => Place;
  turns: () => Turns[];
} {
  const turns = new Map(desk.rules.map((rule) => [rule.id, turnsOf(rule)]));
  const table: Table = {
    ...{
      desk,
      matches: matcher(desk),
      turns,
      given: new Map(),
      blacklist: readBlacklist(desk.settings.blacklist),
    },
    enabled: desk.rules.filter((rule) => rule.enabled),
  };
  return {
    place: (arrival, owner) => place(table, arrival, owner),
    turns: () => [...turns.values()].filter((one) => one.changed),
  };
}

interface Table {
  readonly desk: Desk;
  readonly enabled: readonly AssignmentRule[];
  readonly matches: (arrival: Arrival) => AssignmentRule[];
  readonly turns: ReadonlyMap<string, Turns>;
  readonly blacklist: Blacklist;
  readonly given: Map<string, number>;
}

function place(table: Table, arrival: Arrival, owner: KnownOwner | null): Place {
  const { values } = arrival;
  if (table.blacklist.size > 0) {
    const barred = barredBy(keysOf(values), values.phone, values.email, table.blacklist);
    if (barred) return toPool(table, 'blacklist', null, { barred });
  }
  if (!owner) return byRules(table, arrival, null);
  const day = dayFor(table, arrival);
  const lost = whyNot(table, owner.userId, arrival, day, true);
  const person = nameOf(table, owner.userId);
  if (lost) return byRules(table, arrival, { owner, person, lost });
  give(table, owner.userId);
  const told: Told = { by: 'existingOwner', owner, person };
  return { ownerId: owner.userId, poolId: null, ruleId: null, by: 'existingOwner', told };
}

function byRules(table: Table, arrival: Arrival, kept: Told['kept']): Place {
  const tried: { rule: string; skipped: readonly Skipped[] }[] = [];
  const matched = table.matches(arrival);
  for (const rule of matched) {
    const passed = table.enabled.filter((one) => one.position < rule.position && !matched.includes(one));
    const told = { rule: rule.name, method: rule.method, kept, passed: passed.map((one) => one.name), tried };
    if (rule.method === 'pool') return toPool(table, 'rule', rule, told);
    const skipped: Skipped[] = [];
    const chosen = choose(table, rule, arrival, skipped);
    if (chosen) {
      give(table, chosen);
      const load = heldBy(table, chosen);
      const all: Told = { by: 'rule', ...told, skipped, person: nameOf(table, chosen), load };
      return { ownerId: chosen, poolId: null, ruleId: rule.id, by: 'rule', told: all };
    }
    if (rule.whenNobody !== 'next') return toPool(table, 'nobody', rule, { ...told, skipped });
    tried.push({ rule: rule.name, skipped });
  }
  const passed = table.enabled.filter((one) => !matched.includes(one)).map((one) => one.name);
  return toPool(table, 'noRule', null, { kept, tried, passed });
}

function choose(
  table: Table,
  rule: AssignmentRule,
  arrival: Arrival,
  skipped: Skipped[],
): string | undefined {
  const turns = table.turns.get(rule.id);
  if (!turns) return undefined;
  const rowNo = rule.method === 'table' ? (tableRowOf(rule, arrival.values) ?? 0) : 0;
  const day = dayFor(table, arrival);
  return takeTurn(
    turns,
    rule.method,
    ({ userId }) => {
      const why = whyNot(table, userId, arrival, day, false);
      if (why) skipped.push(why);
      return why === null;
    },
    (userId) => heldBy(table, userId),
    rowNo,
  );
}

function toPool(table: Table, by: PlacedBy, rule: AssignmentRule | null, told: Partial<Told>): Place {
  const { settings, defaultPoolId, poolNames } = table.desk;
  const poolId = rule?.poolId ?? settings.fallbackPoolId ?? defaultPoolId;
  const pool = poolNames.get(poolId) ?? '';
  const waits = by === 'nobody' && rule?.whenNobody === 'wait';
  return { ownerId: null, poolId, ruleId: rule?.id ?? null, by, told: { by, pool, waits, ...told } };
}

/** Why somebody cannot have this lead; off hours do not part a customer from the one who knows him. */
function whyNot(table: Table, userId: string, arrival: Arrival, day: Day, known: boolean): Skipped | null {
  const { moment, settings, people } = table.desk;
  const { zone } = moment;
  const at = arrival.at ?? moment.now;
  const person = people.get(userId);
  const skip = (reason: SkipReason, detail: Partial<Skipped> = {}): Skipped => ({
    ...{ userId, person: person?.name ?? '', reason, zone, ...detail },
  });
  if (!person?.active) return skip('disabled');
  const leave = person.leaves.find(({ fromOn, toOn }) => fromOn <= day && day <= toOn);
  if (leave) return skip('leave', { day: leave.toOn });
  const hours = person.hours ?? settings.hours;
  if (!known && !isWorking(hours, at, zone, day)) return skip('offHours', { from: at, hours });
  if (arrival.hadBy === userId) return skip('hadIt');
  const until = arrival.cooling?.get(userId);
  if (until && until > at && !known) return skip('coolingDown', { until });
  const held = heldBy(table, userId);
  return person.cap !== null && held >= person.cap ? skip('atCap', { held, cap: person.cap }) : null;
}

function dayFor({ desk: { moment } }: Table, { at, day }: Arrival): Day {
  return day ?? dayOf(at ?? moment.now, moment.zone);
}

function heldBy(table: Table, userId: string): number {
  return (table.desk.people.get(userId)?.held ?? 0) + (table.given.get(userId) ?? 0);
}

function give(table: Table, userId: string): void {
  table.given.set(userId, (table.given.get(userId) ?? 0) + 1);
}

function nameOf(table: Table, userId: string): string {
  return table.desk.people.get(userId)?.name ?? '';
}

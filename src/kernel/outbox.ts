import { sql } from 'kysely';
import type { Step } from './command.ts';
import { whenCommitted } from './db.ts';
import { noteWrite } from './lists/totals.ts';
import { newId } from './values/id.ts';

/** A kind of fact, past tense: `lead.claimed` on object `leads`. Its data is what reactions may rely on. */
export interface FactType<Data> {
  readonly type: string;
  readonly object: string;
  /** Never read: carries the type of the data. */
  readonly data?: Data;
}

/** Declares a kind of fact once, with the shape of its data: `lead.claimed` on `leads`. */
export function fact<Data extends object = Record<string, never>>(
  type: string,
  object: string,
): FactType<Data> {
  return { type, object };
}

/** Old and new value by field key. */
export type Changes = Readonly<Record<string, readonly [before: unknown, after: unknown]>>;

export interface Announcement<Data> {
  readonly subject: string;
  /** Other records on whose timeline this belongs: the account of a deal, the lead of a call. */
  readonly about?: readonly (string | null | undefined)[];
  readonly changes?: Changes;
  /** When it happened, if not now: histories brought in from elsewhere. */
  readonly at?: Date;
  readonly data: Data;
}

/**
 * Records a fact in the same transaction as the change itself: timeline, audit and outbox in one row.
 * It gets its place in the hash chain, and reaches reactions and screens, moments after the commit.
 */
export async function announce<Data extends object>(
  step: Step,
  type: FactType<Data>,
  announcement: Announcement<Data>,
): Promise<string> {
  const id = newId();
  await announceMany(step, type, [{ ...announcement, id }]);
  return id;
}

/** The same for many rows in one statement: imports and bulk edits. */
export async function announceMany<Data extends object>(
  step: Step,
  type: FactType<Data>,
  announcements: readonly (Announcement<Data> & { id?: string })[],
): Promise<void> {
  if (announcements.length === 0) return;
  const rows = announcements.map((one) => ({
    id: one.id ?? newId(),
    subject_id: one.subject,
    about: [...new Set([one.subject, ...(one.about ?? []).filter((id) => id != null)])],
    at: one.at ?? step.now,
    changes: one.changes ?? null,
    data: one.data,
  }));
  await sql`
    with facts as (
      insert into events (org_id, id, at, type, object, subject_id, about, actor_id, source, request_id, changes, data)
      select ${step.actor.orgId}::uuid, r.id, r.at, ${type.type}, ${type.object}, r.subject_id,
        r.about, ${step.actor.id}::uuid, ${step.source}, ${step.requestId}, r.changes, r.data
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r(id uuid, subject_id uuid, about uuid[], at timestamptz, changes jsonb, data jsonb)
      returning id, org_id, at
    )
    insert into outbox (event_id, org_id, at) select id, org_id, at from facts`.execute(step.tx);
  whenCommitted(step.tx, () => noteWrite(step.actor, type.object));
}

/** A fact as reactions and screens receive it. */
export interface Fact<Data = Record<string, unknown>> {
  readonly position: number;
  readonly id: string;
  readonly at: Date;
  readonly type: string;
  readonly object: string;
  readonly subjectId: string;
  readonly about: readonly string[];
  readonly actorId: string | null;
  readonly source: string;
  readonly changes: Changes | null;
  readonly data: Data;
}

/** What a slice does on somebody else's fact; runs in a transaction of its own, exactly once per fact. */
export interface Reaction {
  readonly name: string;
  readonly on: readonly string[];
  readonly run: (fact: Fact, step: Step) => Promise<void>;
  /** Instead of `on`: every fact about such an object is heard. */
  readonly concerns?: (object: string) => boolean;
  /** Takes many facts in one transaction; one by one is then only the way out when that fails. */
  readonly many?: (facts: readonly Fact[], step: Step) => Promise<void>;
}

/**
 * Declares a reaction that hears all facts about some objects and takes many at once: indexes that only want to
 * know which records to read again, and must keep up with imports.
 */
export function onMany(
  name: string,
  concerns: (object: string) => boolean,
  many: (facts: readonly Fact[], step: Step) => Promise<void>,
): Reaction {
  return { name, on: [], concerns, many, run: (fact, step) => many([fact], step) };
}

/**
 * Declares a reaction to some kinds of fact that takes many of them in one go: what thousands of calls mean for
 * the records they were about is one statement, not thousands.
 */
export function onTogether<Data extends object>(
  name: string,
  type: FactType<Data>,
  many: (facts: readonly Fact<Data>[], step: Step) => Promise<void>,
): Reaction {
  const hear = many as NonNullable<Reaction['many']>;
  return { name, on: [type.type], many: hear, run: (fact, step) => hear([fact], step) };
}

/** Declares a reaction. `name` is stored as its position in the chain: never rename it lightly. */
export function on<Data extends object>(
  name: string,
  type: FactType<Data> | readonly FactType<Data>[],
  run: (fact: Fact<Data>, step: Step) => Promise<void>,
): Reaction {
  const list = Array.isArray(type) ? (type as readonly FactType<Data>[]) : [type as FactType<Data>];
  return { name, on: list.map((one) => one.type), run: run as Reaction['run'] };
}

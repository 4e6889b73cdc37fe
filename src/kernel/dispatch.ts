import { sql } from 'kysely';
import type { Running } from './chain.ts';
import { type Database, inTransaction, type Tx } from './db.ts';
import { type FactKind, factAt, nextFacts } from './dispatch/facts.ts';
import { clearFailure, noteFailure, waitingFailure } from './dispatch/failures.ts';
import type { Log } from './log.ts';
import type { Fact, Reaction } from './outbox.ts';
import type { SystemStep } from './system-step.ts';

/** Facts looked at in one go; a reaction that nothing here concerns jumps over all of them. */
const windowSize = 500;
/** A reaction with nothing to do is moved on only this rarely, so that busy hours do not rewrite its row all the time. */
const idleStep = 100;
const pollMs = 1_000;

export interface DispatchSettings {
  readonly reactions: readonly Reaction[];
  readonly systemStep: SystemStep;
  readonly log: Log;
}

/** One reaction in one organisation, and where it stands. */
interface Line {
  readonly orgId: string;
  readonly reaction: Reaction;
  readonly position: number;
}

/**
 * Lets every reaction of one organisation catch up with the chain; returns when a failed fact wants its next try,
 * or null when all have caught up.
 *
 * Reactions do not wait for each other: one that fails, or that another node is working on, holds back only itself.
 */
export async function dispatchOrg(
  database: Database,
  orgId: string,
  settings: DispatchSettings,
): Promise<Date | null> {
  await enterReactions(database, orgId, settings.reactions);
  let next: Date | null = null;
  for (let open = settings.reactions; open.length > 0; ) {
    const view = await inTransaction(database, orgId, (tx) => lookAhead(tx, orgId, open), 'read');
    const held = new Set<Reaction>();
    const idle: Line[] = [];
    for (const line of view.lines) {
      const done = await catchUp(database, line, view.facts, settings);
      if (done.held) held.add(line.reaction);
      else if (view.end - done.position >= idleStep) idle.push({ ...line, position: done.position });
      if (done.due && (!next || done.due < next)) next = done.due;
    }
    if (idle.length > 0) await moveOn(database, orgId, idle, view.end);
    if (view.facts.length < windowSize) return next;
    open = open.filter((reaction) => !held.has(reaction));
  }
  return next;
}

/**
 * Gives new reactions their place. In a new organisation everything is heard from the first fact on; a reaction
 * that a later version brings starts with the present, because it must not send mail about the past.
 */
async function enterReactions(
  database: Database,
  orgId: string,
  reactions: readonly Reaction[],
): Promise<void> {
  const names = reactions.map(({ name }) => name);
  const missing = await inTransaction(
    database,
    orgId,
    async (tx) => {
      const { rows } = await sql<{ reaction: string }>`
        select reaction from reaction_positions where org_id = ${orgId}::uuid`.execute(tx);
      const known = new Set(rows.map((row) => row.reaction));
      return { names: names.filter((name) => !known.has(name)), first: known.size === 0 };
    },
    'read',
  );
  if (missing.names.length === 0) return;
  await inTransaction(database, orgId, (tx) =>
    sql`
      insert into reaction_positions (org_id, reaction, position)
      select ${orgId}::uuid, name, case when ${missing.first}::boolean then 0
        else (select coalesce(max(position), 0) from event_links where org_id = ${orgId}::uuid) end
      from unnest(${missing.names}::text[]) as name on conflict do nothing`.execute(tx),
  );
}

/** The reactions that are still in the race, and the next facts after the last of them, for all of them at once. */
async function lookAhead(tx: Tx, orgId: string, open: readonly Reaction[]) {
  const { rows } = await sql<{ reaction: string; position: number }>`
    select reaction, position from reaction_positions where org_id = ${orgId}::uuid`.execute(tx);
  const positions = new Map(rows.map((row) => [row.reaction, row.position]));
  const lines = open.map((reaction) => ({ orgId, reaction, position: positions.get(reaction.name) ?? 0 }));
  const facts = await nextFacts(tx, orgId, Math.min(...lines.map(({ position }) => position)), windowSize);
  return { lines, facts, end: facts.at(-1)?.position ?? 0 };
}

interface CaughtUp {
  readonly position: number;
  /** Stopped before the end: a failure waits, or another node has this reaction in hand. */
  readonly held: boolean;
  readonly due?: Date;
}

async function catchUp(
  database: Database,
  line: Line,
  facts: readonly FactKind[],
  settings: DispatchSettings,
): Promise<CaughtUp> {
  let { position } = line;
  for (const fact of facts) {
    if (fact.position <= position || !line.reaction.on.includes(fact.type)) continue;
    const outcome = await runNext(database, { ...line, position }, fact.position, settings);
    if (outcome !== 'done') return { position, held: true, ...(outcome ? { due: outcome } : {}) };
    position = fact.position;
  }
  return { position, held: false };
}

/** Moves reactions over facts that do not concern them, unless another node has moved them meanwhile. */
async function moveOn(database: Database, orgId: string, lines: readonly Line[], to: number): Promise<void> {
  const known = JSON.stringify(
    lines.map(({ reaction, position }) => ({ reaction: reaction.name, position })),
  );
  await inTransaction(database, orgId, (tx) =>
    sql`
      update reaction_positions p set position = ${to}
      from jsonb_to_recordset(${known}::jsonb) as k(reaction text, position bigint)
      where p.org_id = ${orgId}::uuid and p.reaction = k.reaction and p.position = k.position`.execute(tx),
  );
}

type Outcome = 'done' | Date | null;

/** Runs one fact, exactly once: the effect and the new position are one transaction under the position's lock. */
async function runNext(
  database: Database,
  line: Line,
  at: number,
  settings: DispatchSettings,
): Promise<Outcome> {
  const { orgId, reaction } = line;
  try {
    return await inTransaction(database, orgId, async (tx, now): Promise<Outcome> => {
      if (!(await lockPosition(tx, line))) return null;
      const failure = await waitingFailure(tx, orgId, reaction.name, at);
      if (failure && failure.due.getTime() > Date.now()) return failure.due;
      const fact = await factAt(tx, orgId, at);
      await react(tx, now, { orgId, reaction, fact }, settings.systemStep);
      await setPosition(tx, line, at);
      if (failure) await clearFailure(tx, orgId, reaction.name, at);
      return 'done';
    });
  } catch (error) {
    const failure = await inTransaction(database, orgId, async (tx) => {
      const noted = await noteFailure(tx, orgId, reaction.name, at, error);
      // Set aside for good: the facts behind it may not wait for ever.
      if (noted.dead && (await lockPosition(tx, line))) await setPosition(tx, line, at);
      return noted;
    });
    const facts = { err: error, reaction: reaction.name, orgId, position: at, attempts: failure.attempts };
    if (failure.dead) settings.log.error(facts, 'a fact was set aside after too many failures');
    else settings.log.warn(facts, 'a reaction failed and will be tried again');
    return failure.dead ? 'done' : failure.due;
  }
}

/** False when another node works on this reaction, or has already moved it. */
async function lockPosition(tx: Tx, { orgId, reaction, position }: Line): Promise<boolean> {
  const { rows } = await sql<{ position: number }>`
    select position from reaction_positions
    where org_id = ${orgId}::uuid and reaction = ${reaction.name} for update skip locked`.execute(tx);
  return rows[0]?.position === position;
}

async function setPosition(tx: Tx, { orgId, reaction }: Line, position: number): Promise<void> {
  await sql`
    update reaction_positions set position = ${position}
    where org_id = ${orgId}::uuid and reaction = ${reaction.name}`.execute(tx);
}

interface Hearing {
  readonly orgId: string;
  readonly reaction: Reaction;
  readonly fact: Fact;
}

async function react(
  tx: Tx,
  now: Date,
  { orgId, reaction, fact }: Hearing,
  systemStep: SystemStep,
): Promise<void> {
  const step = await systemStep(orgId, tx, now, { actorId: fact.actorId, requestId: null });
  await reaction.run(fact, step);
}

/** Runs a fact that was set aside once more; when it succeeds the failure is gone. Throws what the reaction throws. */
export async function replayFailure(
  database: Database,
  { orgId, name, position }: { orgId: string; name: string; position: number },
  { reactions, systemStep }: Pick<DispatchSettings, 'reactions' | 'systemStep'>,
): Promise<void> {
  const reaction = reactions.find((one) => one.name === name);
  if (!reaction) throw new Error(`there is no reaction ${name}`);
  await inTransaction(database, orgId, async (tx, now) => {
    if (!(await clearFailure(tx, orgId, name, position))) throw new Error('there is no such failure');
    await react(tx, now, { orgId, reaction, fact: await factAt(tx, orgId, position) }, systemStep);
  });
}

/** Lets all reactions of all organisations catch up; returns when the next failed fact is due, or null. */
export async function dispatchAll(database: Database, settings: DispatchSettings): Promise<Date | null> {
  const orgs = await database.pool.query<{ id: string }>('select id from orgs');
  let next: Date | null = null;
  for (const { id } of orgs.rows) {
    const due = await dispatchOrg(database, id, settings);
    if (due && (!next || due < next)) next = due;
  }
  return next;
}

/** Keeps reactions up with the chain. `wake` is called with an organisation that has newly linked facts. */
export function startDispatch(
  database: Database,
  settings: DispatchSettings,
): Running & { wake(orgId: string): void } {
  const waiting = new Set<string>();
  let everyone = true;
  let running: Promise<void> | null = null;
  let stopped = false;
  const work = async () => {
    while ((everyone || waiting.size > 0) && !stopped) {
      const all = everyone;
      const some = [...waiting];
      everyone = false;
      waiting.clear();
      try {
        if (all) await dispatchAll(database, settings);
        else for (const orgId of some) await dispatchOrg(database, orgId, settings);
      } catch (error) {
        settings.log.error({ err: error }, 'reactions could not be run');
      }
    }
    running = null;
  };
  const run = () => {
    if (!stopped) running ??= work();
  };
  const poll = setInterval(() => {
    everyone = true;
    run();
  }, pollMs);
  run();
  return {
    wake(orgId) {
      waiting.add(orgId);
      run();
    },
    async stop() {
      stopped = true;
      clearInterval(poll);
      await running;
    },
  };
}

import { sql } from 'kysely';
import type { Running } from './chain.ts';
import { type Database, inTransaction, type Tx } from './db.ts';
import { type FactKind, factAt, nextFacts } from './dispatch/facts.ts';
import { takeDead } from './dispatch/failures.ts';
import { type DispatchSettings, hearOne, hearTogether, type Line, react } from './dispatch/hear.ts';
import type { Reaction } from './outbox.ts';

export type { DispatchSettings } from './dispatch/hear.ts';

/** Facts looked at in one go; a reaction that nothing here concerns jumps over all of them. */
const windowSize = 500;
/** Facts heard in one transaction while all goes well. */
const groupSize = 25;
/** A reaction with nothing to do is moved on only this rarely, so that busy hours do not rewrite its row all the time. */
const idleStep = 100;
/** The same for reactions that take many at once. */
const manyAtMost = 250;
const pollMs = 1_000;

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

/** Organisations whose reactions are known to have their place: asked once per process. */
const entered = new WeakMap<readonly Reaction[], Set<string>>();

/**
 * Gives new reactions their place. In a new organisation everything is heard from the first fact on; a reaction
 * that a later version brings starts with the present, because it must not send mail about the past.
 */
async function enterReactions(
  database: Database,
  orgId: string,
  reactions: readonly Reaction[],
): Promise<void> {
  const done = entered.get(reactions) ?? new Set();
  entered.set(reactions, done);
  if (done.has(orgId)) return;
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
  if (missing.names.length > 0)
    await inTransaction(database, orgId, (tx) =>
      sql`
      insert into reaction_positions (org_id, reaction, position)
      select ${orgId}::uuid, name, case when ${missing.first}::boolean then 0
        else (select coalesce(max(position), 0) from event_links where org_id = ${orgId}::uuid) end
      from unnest(${missing.names}::text[]) as name on conflict do nothing`.execute(tx),
    );
  done.add(orgId);
}

/**
 * Places reactions behind everything that is linked already, in an organisation that begins with facts whose work
 * has been done by other means: nothing needs to be heard of what was built whole.
 */
export async function skipFacts(
  database: Database,
  orgId: string,
  { reactions }: Pick<DispatchSettings, 'reactions'>,
  done: readonly string[],
): Promise<void> {
  await enterReactions(database, orgId, reactions);
  await inTransaction(database, orgId, (tx) =>
    sql`
      update reaction_positions p set position = l.position
      from (select coalesce(max(position), 0) as position from event_links where org_id = ${orgId}::uuid) l
      where p.org_id = ${orgId}::uuid and p.reaction = any(${done}::text[])
        and p.position < l.position`.execute(tx),
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
  const mine = facts.filter((fact) => fact.position > line.position && hears(line.reaction, fact));
  const size = line.reaction.many ? manyAtMost : groupSize;
  for (let from = 0; from < mine.length; from += size) {
    const group = mine.slice(from, from + size).map((fact) => fact.position);
    if (group.length > 1 && (await hearTogether(database, { ...line, position }, group, settings))) {
      position = group.at(-1) ?? position;
      continue;
    }
    for (const next of group) {
      const outcome = await hearOne(database, { ...line, position }, next, settings);
      if (outcome !== 'done') return { position, held: true, ...(outcome ? { due: outcome } : {}) };
      position = next;
    }
  }
  return { position, held: false };
}

function hears({ on, concerns }: Reaction, fact: FactKind): boolean {
  return concerns ? concerns(fact.object) : on.includes(fact.type);
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

/** Runs a fact that was set aside once more; when it succeeds the failure is gone. Throws what the reaction throws. */
export async function replayFailure(
  database: Database,
  { orgId, name, position }: { orgId: string; name: string; position: number },
  { reactions, systemStep }: Pick<DispatchSettings, 'reactions' | 'systemStep'>,
): Promise<void> {
  const reaction = reactions.find((one) => one.name === name);
  if (!reaction) throw new Error(`there is no reaction ${name}`);
  await inTransaction(database, orgId, async (tx, now) => {
    if (!(await takeDead(tx, orgId, name, position))) throw new Error('there is no such failure');
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

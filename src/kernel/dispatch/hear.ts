import { sql } from 'kysely';
import type { Step } from '../command.ts';
import { type Database, inTransaction, type Tx } from '../db.ts';
import type { Log } from '../log.ts';
import type { Fact, Reaction } from '../outbox.ts';
import { type SystemStep, unasked } from '../system-step.ts';
import { factAt, factsAt } from './facts.ts';
import { clearFailure, noteFailure, waitingFailure } from './failures.ts';

export interface DispatchSettings {
  readonly reactions: readonly Reaction[];
  readonly systemStep: SystemStep;
  readonly log: Log;
}

/** One reaction in one organisation, and where it stands. */
export interface Line {
  readonly orgId: string;
  readonly reaction: Reaction;
  readonly position: number;
}

/** Done; or when the next try is due; or null: another node has this reaction in hand. */
type Outcome = 'done' | Date | null;

/** Runs one fact, exactly once: the effect and the new position are one transaction under the position's lock. */
export async function hearOne(
  database: Database,
  line: Line,
  at: number,
  settings: DispatchSettings,
): Promise<Outcome> {
  const { orgId, reaction } = line;
  try {
    return await inTransaction(database, orgId, async (tx, now): Promise<Outcome> => {
      if (!(await lockPosition(tx, line))) return null;
      const failure = await waitingFailure(tx, orgId, reaction.name, [at]);
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

/** Lets one reaction hear one fact, inside the transaction given, as the system on behalf of whoever did it. */
export async function react(
  tx: Tx,
  now: Date,
  { orgId, reaction, fact }: Hearing,
  systemStep: SystemStep,
): Promise<void> {
  const step = await systemStep(orgId, tx, now, { actorId: fact.actorId, requestId: null });
  await reaction.run(fact, step);
}

/**
 * Lets a reaction hear several facts in one transaction, which costs a fraction of one each. False when any of them
 * failed, or had failed before: then nothing has happened, and they are to be heard one by one.
 */
export async function hearTogether(
  database: Database,
  line: Line,
  positions: readonly number[],
  { systemStep }: DispatchSettings,
): Promise<boolean> {
  const { orgId, reaction } = line;
  try {
    return await inTransaction(database, orgId, async (tx, now) => {
      if (!(await lockPosition(tx, line))) return false;
      const facts = await factsAt(tx, orgId, positions);
      if (facts.length < positions.length || (await waitingFailure(tx, orgId, reaction.name, positions)))
        return false;
      if (reaction.many) await reaction.many(facts, await systemStep(orgId, tx, now, unasked));
      else {
        // Facts come in runs of one person's deeds: his step is made once.
        const steps = new Map<string | null, Step>();
        for (const fact of facts) {
          const { actorId } = fact;
          const step = steps.get(actorId) ?? (await systemStep(orgId, tx, now, { actorId, requestId: null }));
          steps.set(actorId, step);
          await reaction.run(fact, step);
        }
      }
      await setPosition(tx, line, positions.at(-1) ?? line.position);
      return true;
    });
  } catch {
    return false;
  }
}

import { sql } from 'kysely';
import type { Actor } from '#kernel/access.ts';
import type { Source, Step } from '#kernel/command.ts';
import { type Database, inTransaction } from '#kernel/db.ts';
import type { SystemStep } from '#kernel/system-step.ts';
import { newId } from '#kernel/values/id.ts';

/** An organisation with nobody in it, for tests of the technical ground. */
export interface TestOrg {
  readonly id: string;
  readonly actor: Actor;
  /** Runs work as the actor, in a transaction of its own. */
  run<T>(work: (step: Step) => Promise<T>): Promise<T>;
}

/** Founds an organisation and gives one actor in it, who may be changed. */
export async function testOrg(database: Database, change: Partial<Actor> = {}): Promise<TestOrg> {
  const id = newId();
  await inTransaction(database, null, (tx) =>
    sql`insert into orgs (id, name) values (${id}::uuid, 'Test')`.execute(tx),
  );
  const actor = testActor(id, change);
  return {
    id,
    actor,
    run: (work) => inTransaction(database, id, (tx, now) => work(stepOf(actor, tx, now))),
  };
}

/** An actor of an organisation that may do nothing but what `change` says. */
export function testActor(orgId: string, change: Partial<Actor> = {}): Actor {
  const id = change.id ?? newId();
  return {
    id,
    orgId,
    name: 'Test',
    locale: 'en',
    teamId: null,
    permissions: new Set(),
    scopes: {},
    fieldRights: {},
    teamMembers: [id],
    treeMembers: [id],
    org: {
      id: orgId,
      name: 'Test',
      zone: 'Asia/Shanghai',
      currency: 'CNY',
      locale: 'zh-CN',
      stamp: 1,
      demo: false,
      settings: {},
      customFields: {},
    },
    ...change,
  };
}

function stepOf(actor: Actor, tx: Step['tx'], now: Date, source: Source = 'ui'): Step {
  return { actor, tx, now, source, requestId: null };
}

/** Stands in for identity's system actor. */
export const testSystemStep: SystemStep = (orgId, tx, now, { actorId }) =>
  stepOf(testActor(orgId, actorId ? { id: actorId } : {}), tx, now, 'system');

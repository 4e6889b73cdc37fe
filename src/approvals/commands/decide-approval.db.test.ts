import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Actor } from '#kernel/access.ts';
import { linkAll } from '#kernel/chain.ts';
import type { Step } from '#kernel/command.ts';
import { type Database, inTransaction, openDatabase } from '#kernel/db.ts';
import { withClient } from '#kernel/postgres/external.ts';
import { seeRecordsAlso } from '#kernel/records.ts';
import { type TestDatabase, testDatabase } from '#kernel/testing/database.ts';
import { type TestOrg, testActor, testOrg } from '#kernel/testing/org.ts';
import { newId } from '#kernel/values/id.ts';
import { checks } from '../checks.ts';
import type { Verdict } from '../model.ts';
import { getApproval, takesPart } from '../queries.ts';
import { decideApproval } from './decide-approval.ts';
import { handOverApprovals } from './hand-over-approvals.ts';
import { startApproval } from './start-approval.ts';
import { withdrawApproval } from './withdraw-approval.ts';

let store: TestDatabase;
let database: Database;
let org: TestOrg;
/** The boss leads the department, the lead his group below it; the rep works in the group, the admin in the office. */
let people: Record<'rep' | 'lead' | 'boss' | 'admin' | 'stranger', Actor>;

beforeAll(async () => {
  store = await testDatabase();
  database = openDatabase(store.appUrl, 12);
  seeRecordsAlso('approvals', takesPart);
});
afterAll(async () => {
  await database?.close();
  await store?.drop();
});

beforeEach(async () => {
  org = await testOrg(database);
  const person = () =>
    testActor(org.id, {
      permissions: new Set(['approvals.read', 'approvals.decide']),
      scopes: { approvals: 'self' },
    });
  people = { rep: person(), lead: person(), boss: person(), admin: person(), stranger: person() };
  const [department, group, deciders, admins] = [newId(), newId(), newId(), newId()];
  const o = `'${org.id}'`;
  const teamOf = { rep: group, lead: group, boss: department, admin: null, stranger: null };
  await arrange(`insert into teams (org_id, id, name, parent_id, path) values
    (${o}, '${department}', 'D', null, '{${department}}'), (${o}, '${group}', 'G', '${department}', '{${department},${group}}')`);
  for (const [name, { id }] of Object.entries(people)) {
    const team = teamOf[name as keyof typeof teamOf];
    await arrange(`insert into users (org_id, id, name, email, team_id) values
      (${o}, '${id}', '${name}', '${id}@x.test', ${team ? `'${team}'` : 'null'})`);
  }
  await arrange(`update teams set leader_id = '${people.lead.id}' where id = '${group}';
    update teams set leader_id = '${people.boss.id}' where id = '${department}';
    insert into roles (org_id, id, key, name, name_en, permissions) values
      (${o}, '${deciders}', 'manager', 'm', 'm', '{approvals.decide}'), (${o}, '${admins}', 'admin', 'a', 'a', '{approvals.decide}');
    insert into user_roles (org_id, user_id, role_id) values
      (${o}, '${people.lead.id}', '${deciders}'), (${o}, '${people.boss.id}', '${deciders}'), (${o}, '${people.admin.id}', '${admins}')`);
});

const arrange = (text: string) => withClient(store.ownerUrl, (client) => client.query(text));

function as<T>(actor: Actor, work: (step: Step) => Promise<T>): Promise<T> {
  return inTransaction(database, org.id, (tx, now) =>
    work({ actor, tx, now, source: 'ui', requestId: null }),
  );
}

const ask = (requester: Actor, subjectId = newId()) =>
  as(requester, (step) =>
    startApproval(
      {
        ...{ kind: 'contract', subjectObject: 'contracts', subjectId, title: 'T', amount: '860000.00' },
        ...{ currency: 'CNY', requesterId: requester.id },
        snapshot: { reasons: [{ zh: '因', en: 'because' }], facts: [], contentHash: 'h' },
      },
      step,
    ),
  );
const decide = (who: Actor, id: string, verdict: Verdict = 'approved', comment?: string) =>
  as(who, (step) => decideApproval({ id, verdict, comment }, step));

async function outcome(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? String(error),
  );
}

async function offenders(): Promise<unknown[]> {
  await linkAll(database);
  return as(people.rep, async ({ tx }) => {
    const found = await Promise.all(checks.map((check) => check.offenders.execute(tx)));
    return found.flatMap((one) => one.rows);
  });
}

test('a rep asks his group leader, the leader the department, the boss an administrator', async () => {
  expect((await ask(people.rep)).approverId).toBe(people.lead.id);
  expect((await ask(people.lead)).approverId).toBe(people.boss.id);
  expect((await ask(people.boss)).approverId).toBe(people.admin.id);
  expect(await outcome(ask(people.admin))).toBe('no_approver');
});

test('L08: not his own, not another one’s, not twice, not after it was taken back', async () => {
  const { id } = await ask(people.rep);
  expect(await outcome(decide(people.rep, id))).toBe('own_request');
  expect(await outcome(decide(people.boss, id))).toBe('not_found');
  const above = { ...people.boss, scopes: { approvals: 'all' } as const };
  expect(await outcome(decide(above, id))).toBe('not_yours');
  expect(await outcome(decide(people.lead, id, 'rejected', '  '))).toBe('comment_required');
  expect(await outcome(decide(people.lead, id))).toBe('done');
  expect(await outcome(decide(people.lead, id, 'rejected', 'changed my mind'))).toBe('already_decided');
  const again = await ask(people.rep);
  expect(await outcome(as(people.lead, (step) => withdrawApproval({ id: again.id }, step)))).toBe(
    'not_requester',
  );
  expect(await outcome(as(people.rep, (step) => withdrawApproval({ id: again.id }, step)))).toBe('done');
  expect(await outcome(decide(people.lead, again.id))).toBe('withdrawn');
  expect(await offenders()).toEqual([]);
});

test('of ten decisions at once, for and against, exactly one counts', async () => {
  const { id } = await ask(people.rep);
  const work = Array.from({ length: 10 }, (_, index) =>
    outcome(decide(people.lead, id, index % 2 ? 'approved' : 'rejected', 'x')),
  );
  const results = await Promise.all(work);
  expect(results.filter((one) => one === 'done')).toHaveLength(1);
  expect(new Set(results)).toEqual(new Set(['done', 'already_decided']));
  expect(await offenders()).toEqual([]);
});

test('a verdict and a withdrawal at once: one of them counts', async () => {
  const { id } = await ask(people.rep);
  const results = await Promise.all([
    outcome(decide(people.lead, id)),
    outcome(as(people.rep, (step) => withdrawApproval({ id }, step))),
  ]);
  expect(results.filter((one) => one === 'done')).toHaveLength(1);
  expect(await offenders()).toEqual([]);
});

test('about one record one question is open at a time', async () => {
  const subject = newId();
  const results = await Promise.all([1, 2, 3].map(() => outcome(ask(people.rep, subject))));
  expect(results.sort()).toEqual(['already_asked', 'already_asked', 'done']);
});

test('the questions of a leaver go to the next one above each requester', async () => {
  const { id } = await ask(people.rep);
  await arrange(`update users set status = 'disabled' where id = '${people.lead.id}'`);
  await as(people.admin, (step) => handOverApprovals({ from: people.lead.id }, step));
  expect(await outcome(decide(people.boss, id))).toBe('done');
  expect(await offenders()).toEqual([]);
});

test('the approver sees what was asked, a stranger nothing', async () => {
  const { id } = await ask(people.rep);
  const seen = await as(people.lead, (step) => getApproval({ id }, step));
  expect(seen).toMatchObject({ may: { decide: true, withdraw: false }, reasons: [{ en: 'because' }] });
  expect(await outcome(as(people.stranger, (step) => getApproval({ id }, step)))).toBe('not_found');
});

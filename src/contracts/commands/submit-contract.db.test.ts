import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import '#accounts/fields.ts';
import '#approvals/fields.ts';
import { decideApproval } from '#approvals/public.ts';
import type { Actor } from '#kernel/access.ts';
import { linkAll } from '#kernel/chain.ts';
import type { Step } from '#kernel/command.ts';
import { type Database, inTransaction, openDatabase } from '#kernel/db.ts';
import { dispatchAll } from '#kernel/dispatch.ts';
import { silentLog } from '#kernel/log.ts';
import { withClient } from '#kernel/postgres/external.ts';
import { seeRecordsAlso } from '#kernel/records.ts';
import { type TestDatabase, testDatabase } from '#kernel/testing/database.ts';
import { type TestOrg, testActor, testOrg, testSystemStep } from '#kernel/testing/org.ts';
import { dayOf } from '#kernel/values/day.ts';
import { newId } from '#kernel/values/id.ts';
import { checks } from '../checks.ts';
import { approvesIt, getContract } from '../queries.ts';
import { reactions } from '../reactions.ts';
import { createContract } from './create-contract.ts';
import { deleteContract } from './delete-contract.ts';
import { settleContract } from './settle-contract.ts';
import { submitContract } from './submit-contract.ts';
import { updateContract } from './update-contract.ts';
import { voidContract } from './void-contract.ts';

let store: TestDatabase;
let database: Database;
let org: TestOrg;
let rep: Actor;
let manager: Actor;
let accountId: string;
const today = dayOf(new Date(), 'Asia/Shanghai');
const year = today.slice(0, 4);

beforeAll(async () => {
  store = await testDatabase();
  database = openDatabase(store.appUrl, 24);
  seeRecordsAlso('contracts', approvesIt);
});
afterAll(async () => {
  await database?.close();
  await store?.drop();
});

beforeEach(async () => {
  org = await testOrg(database);
  const permissions = new Set([
    ...['contracts.read', 'contracts.create', 'contracts.update', 'contracts.submit', 'contracts.delete'],
    ...['accounts.read', 'approvals.read', 'approvals.decide'],
  ]);
  rep = testActor(org.id, {
    permissions,
    scopes: { contracts: 'self', accounts: 'self', approvals: 'self' },
  });
  manager = testActor(org.id, { permissions, scopes: { approvals: 'all' } });
  accountId = newId();
  const [team, role, o] = [newId(), newId(), `'${org.id}'`];
  await arrange(`insert into teams (org_id, id, name, path) values (${o}, '${team}', 'T', '{${team}}');
    insert into users (org_id, id, name, email, team_id) values (${o}, '${rep.id}', '周以宁', '${rep.id}@x.test', '${team}'),
      (${o}, '${manager.id}', '陆知行', '${manager.id}@x.test', '${team}');
    update teams set leader_id = '${manager.id}' where id = '${team}';
    insert into roles (org_id, id, key, name, name_en, permissions) values (${o}, '${role}', 'manager', 'm', 'm', '{approvals.decide}');
    insert into user_roles (org_id, user_id, role_id) values (${o}, '${manager.id}', '${role}');
    insert into accounts (org_id, id, name, company_key, company_core, owner_id, owner_since, created_at)
      values (${o}, '${accountId}', '晟屿新材', 'k', 'k', '${rep.id}', now(), now())`);
});

const arrange = (text: string) => withClient(store.ownerUrl, (client) => client.query(text));

function as<T>(actor: Actor, work: (step: Step) => Promise<T>): Promise<T> {
  return inTransaction(database, org.id, (tx, now) =>
    work({ actor, tx, now, source: 'ui', requestId: null }),
  );
}

const line = { product: '视觉质检', unit: '套', quantity: '3', price: '33333.33', discountPercent: '0' };
const byRatio = (...ratios: string[]) =>
  ratios.map((ratio, index) => ({ name: `第 ${index + 1} 期`, ratio, dueOn: today }));

const draft = (more: object = {}) =>
  as(rep, (step) =>
    createContract(
      { name: '视觉质检一期', accountId, lines: [line], plan: byRatio('30', '40', '30'), ...more } as never,
      step,
    ),
  );
const submit = (id: string) => as(rep, (step) => submitContract({ id }, step));
const change = (id: string, version: number, more: object) =>
  as(rep, (step) => updateContract({ id, version, ...more } as never, step));
const look = (id: string) => as(rep, (step) => getContract({ id }, step));
const decide = (id: string, verdict: 'approved' | 'rejected', comment?: string) =>
  as(manager, (step) => decideApproval({ id, verdict, comment }, step));

async function react(): Promise<void> {
  await linkAll(database);
  await dispatchAll(database, { reactions, systemStep: testSystemStep, log: silentLog() });
}

async function code(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? String(error),
  );
}

async function offenders(): Promise<string[]> {
  return as(rep, async ({ tx }) => {
    const found: string[] = [];
    for (const check of checks) {
      const rows = await check.offenders.execute(tx);
      found.push(...rows.rows.map((row) => `${check.id}: ${row.why}`));
    }
    return found;
  });
}

test('drafted, submitted and approved, a contract counts from then on, signed today unless it says otherwise', async () => {
  const { id, amount } = await draft();
  expect(amount).toBe('99999.99');
  const asked = await submit(id);
  expect(asked).toMatchObject({ number: `HT-${year}-0001`, approverId: manager.id });
  await decide(asked.approvalId, 'approved', '同意');
  await react();
  await react();
  const { contract, plan, may } = await look(id);
  expect(contract).toMatchObject({ status: 'active', signedOn: today, amount: '99999.99' });
  expect(plan.map((one) => one.amount)).toEqual(['29999.99', '39999.99', '30000.01']);
  expect(may).toMatchObject({ edit: false, submit: false, void: false, delete: false });
  expect(await offenders()).toEqual([]);
});

test('D22: nobody edits, voids or deletes what is being approved, nor what counts', async () => {
  const { id } = await draft({ signedOn: '2026-01-02' });
  const { version, approvalId } = await submit(id);
  expect(await code(change(id, version, { note: 'x' }))).toBe('in_approval');
  expect(await code(change(id, version, { lines: [] }))).toBe('in_approval');
  expect(await code(as(rep, (step) => voidContract({ id, reason: 'x' }, step)))).toBe('in_approval');
  expect(await code(as(rep, (step) => deleteContract({ id }, step)))).toBe('in_approval');
  expect(await code(submit(id))).toBe('in_approval');
  await decide(approvalId, 'approved');
  await react();
  const active = await look(id);
  expect(active.contract).toMatchObject({ status: 'active', signedOn: '2026-01-02' });
  expect(await code(change(id, Number(active.contract.version), { note: 'x' }))).toBe('wrong_state');
  expect(await code(as(rep, (step) => deleteContract({ id }, step)))).toBe('wrong_state');
});

test('rejected, it is a draft again; asked again, it keeps its number', async () => {
  const { id } = await draft();
  const first = await submit(id);
  await decide(first.approvalId, 'rejected', '付款太晚');
  await react();
  const back = await look(id);
  expect(back.contract).toMatchObject({ status: 'draft', number: first.number });
  const changed = await change(id, Number(back.contract.version), { lines: [{ ...line, quantity: '1' }] });
  expect(changed.amount).toBe('33333.33');
  const second = await submit(id);
  expect(second.number).toBe(first.number);
  expect((await look(id)).plan.map((one) => one.amount)).toEqual(['9999.99', '13333.33', '10000.01']);
  const stale = { contractId: id, approvalId: first.approvalId, comment: null, contentHash: 'x' };
  await as(rep, (step) => settleContract({ ...stale, outcome: 'approved' }, step));
  expect((await look(id)).contract).toMatchObject({ status: 'inApproval' });
  expect(await offenders()).toEqual([]);
});

test('what was not seen by the approver does not count', async () => {
  const { id } = await draft();
  const { approvalId } = await submit(id);
  await arrange(`update contract_plan_lines set due_on = due_on + 365 where contract_id = '${id}'`);
  await decide(approvalId, 'approved');
  await react();
  expect((await look(id)).contract).toMatchObject({ status: 'draft' });
});

test('5-012: the plan equals the amount to the cent, or it is not submitted', async () => {
  const plan = [{ name: '一次', amount: '99999.98', dueOn: today }];
  const { id, version } = await draft({ plan });
  expect(await code(submit(id))).toBe('plan_not_equal');
  await change(id, version, { plan: [{ ...plan[0], amount: '99999.99' }] });
  expect(await code(submit(id))).toBe('done');
  expect(await code(submit((await draft({ lines: [] })).id))).toBe('no_lines');
  expect(await code(submit((await draft({ plan: [] })).id))).toBe('no_plan');
  expect(await code(draft({ plan: byRatio('50', '49.99') }))).toBe('ratios_not_hundred');
  expect(await code(draft({ startsOn: '2026-02-02', endsOn: '2026-02-01' }))).toBe('bad_input');
});

test('M11: thirty submissions at once get thirty numbers', async () => {
  const drafts = await Promise.all(Array.from({ length: 30 }, () => draft()));
  const asked = await Promise.all(drafts.map(({ id }) => submit(id)));
  expect(new Set(asked.map((one) => one.number)).size).toBe(30);
  expect(await offenders()).toEqual([]);
});

test('of two submissions at once one is refused, and of two edits the stale one', async () => {
  const { id, version } = await draft();
  const edits = await Promise.all([1, 2].map((n) => code(change(id, version, { note: `note ${n}` }))));
  expect(edits.sort()).toEqual(['done', 'stale_version']);
  const asked = await Promise.all([code(submit(id)), code(submit(id))]);
  expect(asked.sort()).toEqual(['done', 'in_approval']);
});

test('a customer out of sight is not there', async () => {
  const stranger = testActor(org.id, { permissions: rep.permissions, scopes: rep.scopes });
  const work = as(stranger, (step) =>
    createContract({ name: 'x', accountId, lines: [], plan: [] } as never, step),
  );
  expect(await code(work)).toBe('not_found');
  const { id } = await draft();
  expect(await code(as(stranger, (step) => getContract({ id }, step)))).toBe('not_found');
});

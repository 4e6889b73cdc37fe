import fc from 'fast-check';
import { sql } from 'kysely';
import '#accounts/fields.ts';
import '#contracts/fields.ts';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Actor } from '#kernel/access.ts';
import type { Step } from '#kernel/command.ts';
import { type Database, inTransaction, openDatabase } from '#kernel/db.ts';
import { runList } from '#kernel/lists.ts';
import { withClient } from '#kernel/postgres/external.ts';
import { seeRecordsAlso } from '#kernel/records.ts';
import { type TestDatabase, testDatabase } from '#kernel/testing/database.ts';
import { type TestOrg, testActor, testOrg } from '#kernel/testing/org.ts';
import { addDays, dayOf } from '#kernel/values/day.ts';
import { newId } from '#kernel/values/id.ts';
import { sumMoney } from '#kernel/values/money.ts';
import { checks } from '../checks.ts';
import { ageingBuckets } from '../model.ts';
import { getAgeing, listAgedLines } from '../queries/ageing.ts';
import { getPosition } from '../queries/position.ts';
import { getReceipt } from '../queries/records.ts';
import { paysForMine, receiptSource, receivableSource } from '../queries/sources.ts';
import { suggestAllocation } from '../queries/suggestion.ts';
import { allocateReceipt } from './allocate-receipt.ts';
import { createReceipt } from './create-receipt.ts';
import { followContractOwner } from './follow-contract-owner.ts';
import { openReceivables } from './open-receivables.ts';
import { reverseAllocation } from './reverse-allocation.ts';
import { reverseReceipt } from './reverse-receipt.ts';

let store: TestDatabase;
let database: Database;
let org: TestOrg;
let finance: Actor;
let rep: Actor;
let otherRep: Actor;
const today = dayOf(new Date(), 'Asia/Shanghai');
const permissions = new Set([
  ...['receivables.read', 'receipts.read', 'receipts.create', 'receipts.allocate', 'receipts.reverse'],
  ...['accounts.read', 'contracts.read'],
]);

beforeAll(async () => {
  store = await testDatabase();
  database = openDatabase(store.appUrl, 24);
  seeRecordsAlso('receipts', paysForMine);
});
beforeEach(async () => {
  org = await testOrg(database);
  const everything = { receivables: 'all', receipts: 'all', accounts: 'all', contracts: 'all' } as const;
  finance = testActor(org.id, { permissions, scopes: everything });
  const own = { receivables: 'self', receipts: 'self', accounts: 'self', contracts: 'self' } as const;
  rep = testActor(org.id, { permissions, scopes: own });
  otherRep = testActor(org.id, { permissions, scopes: own });
  for (const { id } of [finance, rep, otherRep])
    await arrange(
      `insert into users (org_id, id, name, email) values ('${org.id}', '${id}', 'U', '${id}@x.test')`,
    );
});
afterAll(async () => {
  await database?.close();
  await store?.drop();
});

const arrange = (text: string) => withClient(store.ownerUrl, (client) => client.query(text));

function as<T>(actor: Actor, work: (step: Step) => Promise<T>): Promise<T> {
  return inTransaction(database, org.id, (tx, now) =>
    work({ actor, tx, now, source: 'ui', requestId: null }),
  );
}

async function makeAccount(owner = rep): Promise<string> {
  const id = newId();
  await arrange(`insert into accounts (org_id, id, name, company_key, company_core, owner_id, owner_since, created_at)
    values ('${org.id}', '${id}', '恒砚包装股份', 'k', 'k', '${owner.id}', now(), now())`);
  return id;
}

interface Wanted {
  readonly accountId: string;
  readonly owner?: Actor;
  readonly currency?: string;
  readonly number?: string;
  readonly plan: readonly (readonly [amount: string, dueOn: string])[];
}

/** An active contract with its receivables, in the order of the plan. */
async function makeContract({ accountId, owner = rep, currency = 'CNY', number, plan }: Wanted) {
  const id = newId();
  const amount = sumMoney(plan.map(([part]) => part));
  await arrange(`insert into contracts (org_id, id, number, name, account_id, status, amount, currency, owner_id,
      activated_at, signed_on, approved_hash, created_at)
    values ('${org.id}', '${id}', '${number ?? `HT-2026-${id}`}', '标签检测', '${accountId}', 'active', ${amount},
      '${currency}', '${owner.id}', now(), '${today}', 'x', now())`);
  for (const [index, [part, dueOn]] of plan.entries())
    await arrange(`insert into contract_plan_lines (org_id, id, contract_id, position, name, amount, due_on)
      values ('${org.id}', '${newId()}', '${id}', ${index + 1}, '第 ${index + 1} 期', ${part}, '${dueOn}')`);
  await as(finance, (step) => openReceivables({ contractId: id }, step));
  const rows = await as(finance, ({ tx }) =>
    sql<{ id: string }>`select id from receivables where contract_id = ${id}::uuid order by position`.execute(
      tx,
    ),
  );
  return { id, lines: rows.rows.map((row) => row.id) };
}

function post(accountId: string, amount: string, more: object = {}) {
  return as(finance, (step) => createReceipt({ accountId, amount, bankDate: today, ...more } as never, step));
}

function allocate(
  id: string,
  lines: readonly (readonly [receivableId: string, amount: string])[],
  who = finance,
) {
  return as(who, (step) =>
    allocateReceipt({ id, lines: lines.map(([receivableId, amount]) => ({ receivableId, amount })) }, step),
  );
}

async function openOf(ids: readonly string[]): Promise<string[]> {
  const found = await as(finance, ({ tx }) =>
    sql<{ id: string; open: string }>`
      select id, (amount - allocated)::text as open from receivables where id = any(${ids}::uuid[])`.execute(
      tx,
    ),
  );
  return ids.map((id) => found.rows.find((row) => row.id === id)?.open ?? '');
}

/** Everything that must always hold; M1 to M16 as `cli check` runs them. */
async function offenders(): Promise<string[]> {
  return as(finance, async ({ tx }) => {
    const found: string[] = [];
    for (const check of checks) {
      const rows = await check.offenders.execute(tx);
      found.push(...rows.rows.map((row) => `${check.id}: ${row.why}`));
    }
    return found;
  });
}

const outcomes = async (work: readonly Promise<unknown>[]) =>
  (await Promise.allSettled(work)).map((one) =>
    one.status === 'fulfilled' ? 'done' : ((one.reason as { code?: string }).code ?? String(one.reason)),
  );

test('the plan becomes receivables once, however often the contract is announced', async () => {
  const contract = await makeContract({
    accountId: await makeAccount(),
    plan: [
      ['30000.00', addDays(today, 1)],
      ['70000.00', addDays(today, 31)],
    ],
  });
  await Promise.all(
    [1, 2, 3].map(() => as(finance, (step) => openReceivables({ contractId: contract.id }, step))),
  );
  expect(contract.lines).toHaveLength(2);
  expect(await offenders()).toEqual([]);
});

test('5-060: 50,000 and then 60,000 on lines of 30, 40 and 30 thousand leave 10,000 as prepayment', async () => {
  const accountId = await makeAccount();
  const { lines } = await makeContract({
    accountId,
    plan: [
      ['30000.00', addDays(today, -60)],
      ['40000.00', addDays(today, -30)],
      ['30000.00', today],
    ],
  });
  const use = async (amount: string) => {
    const receipt = await post(accountId, amount);
    const suggestion = await as(finance, (step) => suggestAllocation({ id: receipt.id }, step));
    expect(suggestion.reason).toBe('oldestDue');
    const parts = suggestion.lines.filter((line) => Number(line.suggested) > 0);
    return allocate(
      receipt.id,
      parts.map((line) => [line.receivableId, line.suggested]),
    );
  };
  await use('50000.00');
  expect(await openOf(lines)).toEqual(['0.00', '20000.00', '30000.00']);
  const second = await use('60000.00');
  expect(await openOf(lines)).toEqual(['0.00', '0.00', '0.00']);
  expect(second.remaining).toBe('10000.00');
  const position = await as(finance, (step) => getPosition({}, step));
  expect(position).toMatchObject({
    ...{
      contracted: '100000.00',
      received: '100000.00',
      outstanding: '0.00',
      overdue: '0.00',
      prepaid: '10000.00',
    },
  });
  expect(await offenders()).toEqual([]);
});

test('L04: nothing is used beyond what is open or left, for another customer or in another currency', async () => {
  const accountId = await makeAccount();
  const { lines } = await makeContract({ accountId, plan: [['100.00', today]] });
  const dollars = await makeContract({ accountId, currency: 'USD', plan: [['100.00', today]] });
  const elsewhere = await makeContract({ accountId: await makeAccount(), plan: [['100.00', today]] });
  const receipt = await post(accountId, '150.00');
  const small = await post(accountId, '50.00');
  const line = lines[0] ?? '';
  const refused = async (id: string, receivableId: string, amount: string) =>
    (await outcomes([allocate(id, [[receivableId, amount]])]))[0];
  expect(await refused(receipt.id, line, '100.01')).toBe('more_than_open');
  expect(await refused(small.id, line, '50.01')).toBe('more_than_remaining');
  expect(await refused(receipt.id, dollars.lines[0] ?? '', '1.00')).toBe('other_currency');
  expect(await refused(receipt.id, elsewhere.lines[0] ?? '', '1.00')).toBe('other_account');
  expect(await refused(receipt.id, newId(), '1.00')).toBe('not_found');
  const twice = allocate(receipt.id, [
    [line, '1.00'],
    [line, '1.00'],
  ]);
  expect(await outcomes([twice])).toEqual(['line_twice']);
  expect(await openOf(lines)).toEqual(['100.00']);
  expect(await offenders()).toEqual([]);
});

test('L06: what is posted cannot be changed or removed, by the server least of all', async () => {
  const accountId = await makeAccount();
  const { lines } = await makeContract({ accountId, plan: [['100.00', today]] });
  const receipt = await post(accountId, '100.00');
  await allocate(receipt.id, [[lines[0] ?? '', '60.00']]);
  for (const statement of [
    'update receipts set amount = 1',
    `update receipts set bank_date = '2020-01-01'`,
    'delete from receipts',
    'update allocations set amount = 1',
    'delete from allocations',
    'update receivables set amount = 1',
    'delete from receivables',
  ])
    await expect(as(finance, ({ tx }) => sql.raw(statement).execute(tx))).rejects.toThrow(
      /permission denied/,
    );
});

test('a reversal is a row of its own, with a reason, and happens once', async () => {
  const accountId = await makeAccount();
  const { lines } = await makeContract({ accountId, plan: [['100.00', today]] });
  const receipt = await post(accountId, '100.00', { reference: 'B1' });
  const { allocationIds } = await allocate(receipt.id, [[lines[0] ?? '', '60.00']]);
  const id = allocationIds[0] ?? '';
  const undo = (one: string) =>
    as(finance, (step) => reverseAllocation({ id: one, reason: '记错合同' }, step));
  expect(
    await outcomes([as(finance, (step) => reverseReceipt({ id: receipt.id, reason: 'x' }, step))]),
  ).toEqual(['still_allocated']);
  const both = await outcomes([undo(id), undo(id)]);
  expect(both.sort()).toEqual(['already_reversed', 'done']);
  expect(await openOf(lines)).toEqual(['100.00']);
  const shown = await as(finance, (step) => getReceipt({ id: receipt.id }, step));
  expect(shown.allocations.map((one) => one.amount)).toEqual(['60.00', '-60.00']);
  expect(await outcomes([undo(shown.allocations[1]?.id ?? '')])).toEqual(['is_reversal']);

  const back = () => as(finance, (step) => reverseReceipt({ id: receipt.id, reason: '退票' }, step));
  expect((await outcomes([back(), back()])).sort()).toEqual(['already_reversed', 'done']);
  expect(await outcomes([allocate(receipt.id, [[lines[0] ?? '', '1.00']])])).toEqual(['receipt_reversed']);
  const position = await as(finance, (step) => getPosition({}, step));
  expect(position).toMatchObject({ received: '0.00', prepaid: '0.00' });
  expect(await offenders()).toEqual([]);
});

test('M9: a line of the bank statement is posted once; taken back, it may be posted again', async () => {
  const accountId = await makeAccount();
  const once = () => post(accountId, '10.00', { reference: 'B7', bankAccount: '工行 0915' });
  const first = await Promise.allSettled([once(), once(), once()]);
  expect(first.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  const posted = first.find((one) => one.status === 'fulfilled');
  const id = posted?.status === 'fulfilled' ? posted.value.id : '';
  await as(finance, (step) => reverseReceipt({ id, reason: '录错' }, step));
  await expect(once()).resolves.toMatchObject({ version: 1 });
  await expect(post(accountId, '10.00', { bankDate: addDays(today, 2) })).rejects.toMatchObject({
    errors: [{ field: 'bankDate', code: 'in_the_future' }],
  });
  expect(await offenders()).toEqual([]);
});

test('X16: twenty receipts at one receivable pay it exactly once', async () => {
  const accountId = await makeAccount();
  const { lines } = await makeContract({ accountId, plan: [['1000.00', today]] });
  const receipts = await Promise.all(Array.from({ length: 5 }, () => post(accountId, '1000.00')));
  const work = Array.from({ length: 20 }, (_, index) =>
    allocate(receipts[index % 5]?.id ?? '', [[lines[0] ?? '', '165.00']]),
  );
  const results = await outcomes(work);
  expect(results.filter((one) => one === 'done')).toHaveLength(6);
  expect(new Set(results)).toEqual(new Set(['done', 'more_than_open']));
  expect(await openOf(lines)).toEqual(['10.00']);
  expect(await offenders()).toEqual([]);
});

test('X16: twenty allocations from one receipt use it exactly once, over many receivables', async () => {
  const accountId = await makeAccount();
  const plan = Array.from({ length: 5 }, () => ['1000.00', today] as const);
  const { lines } = await makeContract({ accountId, plan });
  const receipt = await post(accountId, '1000.00');
  const work = Array.from({ length: 20 }, (_, index) => {
    const [one, other] = [lines[index % 5] ?? '', lines[(index + 2) % 5] ?? ''];
    return allocate(receipt.id, [
      [one, '100.00'],
      [other, '65.00'],
    ]);
  });
  const results = await outcomes(work);
  expect(results.filter((one) => one === 'done')).toHaveLength(6);
  expect(sumMoney(await openOf(lines))).toBe('4010.00');
  expect(await offenders()).toEqual([]);
});

test('5-064: of two claims of 60 % at once one fails', async () => {
  const accountId = await makeAccount();
  const { lines } = await makeContract({
    accountId,
    plan: [
      ['1000.00', today],
      ['1000.00', today],
    ],
  });
  const receipt = await post(accountId, '1000.00');
  const claims = lines.map((line) => allocate(receipt.id, [[line, '600.00']]));
  expect((await outcomes(claims)).sort()).toEqual(['done', 'more_than_remaining']);
  expect(await offenders()).toEqual([]);
});

test('whatever is allocated and taken back in whatever order, the sums agree', async () => {
  const step = fc.record({
    what: fc.constantFrom('allocate', 'allocate', 'reverse'),
    receipt: fc.nat(2),
    line: fc.nat(2),
    cents: fc.integer({ min: 1, max: 60_000 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      const accountId = await makeAccount();
      const plan = ['333.33', '0.01', '500.00'].map((amount) => [amount, today] as const);
      const { lines } = await makeContract({ accountId, plan });
      const receipts = await Promise.all(
        ['400.00', '100.10', '0.05'].map((amount) => post(accountId, amount)),
      );
      const posted: string[] = [];
      for (const { what, receipt, line, cents } of steps) {
        const undo = posted[cents % Math.max(posted.length, 1)];
        if (what === 'reverse' && undo) {
          await outcomes([as(finance, (one) => reverseAllocation({ id: undo, reason: 'x' }, one))]);
        } else {
          const amount = (cents / 100).toFixed(2);
          const done = await Promise.allSettled([
            allocate(receipts[receipt]?.id ?? '', [[lines[line] ?? '', amount]]),
          ]);
          if (done[0].status === 'fulfilled') posted.push(...done[0].value.allocationIds);
        }
      }
      expect(await offenders()).toEqual([]);
    }),
    { numRuns: 12 },
  );
});

test('the buckets add up to what is outstanding, and each lists exactly its rows', async () => {
  const accountId = await makeAccount();
  const expected = {
    ...{ notDue: [-5, 0], d30: [1, 30], d60: [31, 60], d90: [61, 90] },
    ...{ d180: [91, 180], d365: [181, 365], older: [366, 900] },
  };
  const days = ageingBuckets.flatMap((bucket) => expected[bucket]);
  const plan = days.map((days, index) => [`${100 + index}.00`, addDays(today, -days)] as const);
  await makeContract({ accountId, plan });
  const position = await as(finance, (step) => getPosition({}, step));
  expect(sumMoney(position.buckets.map((one) => one.amount))).toBe(position.outstanding);
  expect(position.contracted).toBe(position.outstanding);
  for (const bucket of ageingBuckets) {
    const page = await list(finance, { field: 'bucket', operator: '=', value: bucket });
    const lines = await as(finance, (step) => listAgedLines({ bucket }, step));
    const figure = position.buckets.find((one) => one.bucket === bucket);
    expect(sumMoney(page.items.map((row) => String(row.openAmount)))).toBe(figure?.amount);
    expect(page.total).toBe(figure?.lines);
    expect(lines.total).toBe(figure?.amount);
    const due = page.items.map((row) => String(row.dueOn)).sort();
    expect(due).toEqual(expected[bucket].map((late) => addDays(today, -late)).sort());
  }
  const late = await list(finance, { field: 'overdueDays', operator: '>', value: '0' });
  expect(sumMoney(late.items.map((row) => String(row.openAmount)))).toBe(position.overdue);
  const ageing = await as(finance, (step) => getAgeing({ limit: 10 }, step));
  expect(ageing.items[0]).toMatchObject({ accountId, open: position.outstanding, oldestDays: 900 });
});

function list(actor: Actor, filter: object, source = receivableSource) {
  return as(actor, (step) => runList(source, { filter: filter as never, limit: 100, total: 'true' }, step));
}

test('as of a past day only money of that day counts', async () => {
  const accountId = await makeAccount();
  const { id, lines } = await makeContract({ accountId, plan: [['100.00', addDays(today, -40)]] });
  await arrange(`update contracts set activated_at = now() - interval '90 days' where id = '${id}'`);
  await arrange(`update receivables set created_at = now() - interval '90 days' where contract_id = '${id}'`);
  const receipt = await post(accountId, '80.00', { bankDate: addDays(today, -5) });
  const { allocationIds } = await allocate(receipt.id, [[lines[0] ?? '', '60.00']]);
  const at = (days: number) => as(finance, (step) => getPosition({ asOf: addDays(today, -days) }, step));
  expect(await at(95)).toMatchObject({ contracted: '0.00', outstanding: '0.00', prepaid: '0.00' });
  expect(await at(10)).toMatchObject({
    received: '0.00',
    outstanding: '100.00',
    overdue: '100.00',
    prepaid: '0.00',
  });
  expect(await at(41)).toMatchObject({ outstanding: '100.00', overdue: '0.00' });
  expect(await at(5)).toMatchObject({ received: '60.00', outstanding: '40.00', prepaid: '20.00' });
  await as(finance, (step) => reverseAllocation({ id: allocationIds[0] ?? '', reason: 'x' }, step));
  expect(await at(1)).toMatchObject({ received: '60.00', outstanding: '40.00' });
  expect(await at(0)).toMatchObject({ received: '0.00', outstanding: '100.00', prepaid: '80.00' });
});

test('a rep sees what is owed on his own contracts and the receipts that pay them, nothing else', async () => {
  const accountId = await makeAccount(otherRep);
  const mine = await makeContract({ accountId, plan: [['100.00', today]] });
  await makeContract({ accountId, owner: otherRep, plan: [['200.00', today]] });
  const receipt = await post(accountId, '100.00');
  expect((await list(rep, { field: 'openAmount', operator: '>', value: '0' })).total).toBe(1);
  expect(await as(rep, (step) => getPosition({}, step))).toMatchObject({
    contracted: '100.00',
    prepaid: '0.00',
  });
  await expect(as(rep, (step) => getReceipt({ id: receipt.id }, step))).rejects.toMatchObject({
    code: 'not_found',
  });
  await allocate(receipt.id, [[mine.lines[0] ?? '', '40.00']]);
  await expect(as(rep, (step) => getReceipt({ id: receipt.id }, step))).resolves.toBeDefined();
  expect((await list(rep, { field: 'amount', operator: '>', value: '0' }, receiptSource)).total).toBe(1);

  await arrange(`update contracts set owner_id = '${otherRep.id}' where id = '${mine.id}'`);
  await as(finance, (step) => followContractOwner({ contractId: mine.id }, step));
  expect((await list(rep, { field: 'openAmount', operator: '>', value: '0' })).total).toBe(0);
  expect(await offenders()).toEqual([]);
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemStep } from '#identity/public.ts';
import { linkAll } from '#kernel/chain.ts';
import { inTransaction } from '#kernel/db.ts';
import { dispatchAll } from '#kernel/dispatch.ts';
import { silentLog } from '#kernel/log.ts';
import { seeRecordsAlso } from '#kernel/records.ts';
import { addDays, dayOf } from '#kernel/values/day.ts';
import { newId } from '#kernel/values/id.ts';
import { slices } from './slices.ts';
import { type SignInServer, startSignInServer } from './testing/sign-in-server.ts';

/** From a draft to collected cash over HTTP, by the people of the demo company with their own roles. */
let server: SignInServer;
const cookies: Record<string, string> = {};
const today = dayOf(new Date(), 'Asia/Shanghai');
const inOrder = slices.map((slice) => (slice.name === 'identity' ? slice : { ...slice, demo: undefined }));

beforeAll(async () => {
  for (const slice of slices)
    for (const [object, also] of Object.entries(slice.alsoVisible ?? {})) seeRecordsAlso(object, also);
  server = await startSignInServer({ slices: inOrder });
  for (const who of ['rep1', 'rep2', 'rep5', 'manager1', 'manager2', 'finance', 'auditor'])
    cookies[who] = await server.signIn(who);
});
afterAll(() => server?.stop());

const get = (who: string, path: string) => server.ask({ path, cookie: cookies[who] });
const send = (who: string, path: string, body: object = {}, key: string | null = newId()) =>
  server.ask({
    ...{ method: 'POST', path, body, cookie: cookies[who] },
    headers: key ? { 'idempotency-key': key } : {},
  });
const filtered = (who: string, path: string, field: string, operator: string, value: string) =>
  get(who, `${path}?filter=${encodeURIComponent(JSON.stringify({ field, operator, value }))}`);

async function react(): Promise<void> {
  const reactions = inOrder
    .filter((slice) => ['contracts', 'receivables', 'approvals'].includes(slice.name))
    .flatMap((slice) => slice.reactions ?? []);
  for (let round = 0; round < 3; round += 1) {
    await linkAll(server.database);
    await dispatchAll(server.database, { reactions, systemStep, log: silentLog() });
  }
}

async function offenders(): Promise<string[]> {
  const orgs = await get('finance', '/me');
  return inTransaction(server.database, orgs.body.org.id, async (tx) => {
    const found: string[] = [];
    for (const check of inOrder.flatMap((slice) => slice.checks ?? [])) {
      const rows = await check.offenders.execute(tx);
      found.push(...rows.rows.map((row) => `${check.id}: ${row.why}`));
    }
    return found;
  });
}

const state: Record<string, string> = {};

test('a rep drafts a contract of three plan lines and submits it', async () => {
  const account = await send('rep1', '/accounts', { name: '晟屿新材料', channel: 'social' });
  expect(account.status, account.raw.body).toBe(201);
  state.account = account.body.id;
  const drafted = await send('rep1', '/contracts', {
    ...{ name: '视觉质检一期', accountId: state.account },
    lines: [{ product: '检测工位', quantity: '12', price: '8500', discountPercent: '2' }],
    plan: ['30', '40', '30'].map((ratio, index) => ({
      ...{ name: `第 ${index + 1} 期`, ratio },
      dueOn: addDays(today, index * 40 - 40),
    })),
  });
  expect(drafted.status, drafted.raw.body).toBe(201);
  expect(drafted.body.amount).toBe('99960.00');
  state.contract = drafted.body.id;
  const asked = await send('rep1', `/contracts/${state.contract}/submit`);
  expect(asked.status, asked.raw.body).toBe(200);
  state.approval = asked.body.approvalId;
  expect(asked.body.number).toMatch(/^HT-\d{4}-0001$/);
});

test('L08: the manager of the team decides, nobody else, and once', async () => {
  expect((await send('rep1', `/approvals/${state.approval}/approve`)).status).toBe(403);
  expect((await send('manager2', `/approvals/${state.approval}/approve`)).status).toBe(404);
  const waiting = await filtered('manager1', '/approvals', 'approverId', '=', '@me');
  expect(waiting.body.items).toHaveLength(1);
  const seen = await get('manager1', `/approvals/${state.approval}`);
  expect(seen.body.facts).toHaveLength(5);
  const both = await Promise.all([
    send('manager1', `/approvals/${state.approval}/approve`, { comment: '同意' }),
    send('manager1', `/approvals/${state.approval}/reject`, { comment: '再谈' }),
  ]);
  expect(both.map((answer) => answer.status).sort()).toEqual([200, 409]);
  if (both[0]?.status !== 200) {
    await react();
    const again = await send('rep1', `/contracts/${state.contract}/submit`);
    expect((await send('manager1', `/approvals/${again.body.approvalId}/approve`)).status).toBe(200);
  }
  await react();
  const contract = await get('rep1', `/contracts/${state.contract}`);
  expect(contract.body.contract).toMatchObject({ status: 'active', signedOn: today });
});

test('finance posts money with a key, once; a rep may not', async () => {
  const receipt = { accountId: state.account, amount: '40000', bankDate: today, reference: 'X1' };
  expect((await send('rep1', '/receipts', receipt)).status).toBe(403);
  expect((await send('finance', '/receipts', receipt, null)).status).toBe(422);
  const key = newId();
  const first = await send('finance', '/receipts', receipt, key);
  expect(first.status, first.raw.body).toBe(201);
  const replay = await send('finance', '/receipts', receipt, key);
  expect(replay.body).toEqual(first.body);
  expect((await send('finance', '/receipts', { ...receipt, amount: '1' }, key)).status).toBe(422);
  expect((await send('finance', '/receipts', receipt)).status).toBe(409);
  state.receipt = first.body.id;
  for (const amount of ['0', '-1', '1.001', '1e5'])
    expect((await send('finance', '/receipts', { ...receipt, amount })).status).toBe(422);
});

test('it is allocated as proposed, and every figure lists exactly its rows', async () => {
  const suggestion = await get('finance', `/receipts/${state.receipt}/suggestion`);
  const lines = suggestion.body.lines
    .filter((line: { suggested: string }) => line.suggested !== '0.00')
    .map((line: { receivableId: string; suggested: string }) => ({
      ...{ receivableId: line.receivableId, amount: line.suggested },
    }));
  const done = await send('finance', `/receipts/${state.receipt}/allocate`, { lines });
  expect(done.status, done.raw.body).toBe(200);
  for (const who of ['rep1', 'manager1', 'finance', 'auditor']) {
    const position = await get(who, '/receivable-position');
    expect(position.body).toMatchObject({
      ...{ contracted: '99960.00', received: '40000.00', outstanding: '59960.00', prepaid: '0.00' },
    });
    const open = await filtered(who, '/receivables', 'openAmount', '>', '0');
    expect(open.body.total).toBe(2);
    const late = await filtered(who, '/receivables', 'overdueDays', '>', '0');
    const sum = late.body.items.reduce(
      (all: number, row: { openAmount: string }) => all + Number(row.openAmount),
      0,
    );
    expect(sum).toBe(Number(position.body.overdue));
  }
  for (const who of ['rep2', 'rep5', 'manager2'])
    expect((await get(who, '/receivable-position')).body).toMatchObject({
      ...{ contracted: '0.00', received: '0.00', outstanding: '0.00', prepaid: '0.00' },
    });
  expect((await get('rep2', `/contracts/${state.contract}`)).status).toBe(404);
  expect((await get('rep2', `/receipts/${state.receipt}`)).status).toBe(404);
  expect((await send('auditor', `/receipts/${state.receipt}/reverse`, { reason: 'x' })).status).toBe(403);
});

test('all invariants hold afterwards', async () => {
  expect(await offenders()).toEqual([]);
});

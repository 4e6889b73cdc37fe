import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectNoOffenders } from './testing/oracle.ts';
import { type PersonaKey, testWorld, type World } from './testing/world.ts';

/** The whole way from a lead to collected cash, over the API as the web app uses it. */
let world: World;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(async () => {
  await world.close();
});

async function ok(who: PersonaKey, method: 'GET' | 'POST' | 'PATCH', path: string, body?: unknown) {
  const answer = await world.alpha.call(who, method, path, body);
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
  return answer.body;
}

/** From the pool to a conversation that has to go on. */
async function claimAndCall(): Promise<string> {
  const pools = await ok('marketing', 'GET', '/lead-pools');
  const { id: leadId } = await ok('marketing', 'POST', '/leads', {
    company: '嘉岚医疗器械',
    contactName: '薛承安',
    phone: '13912340482',
    channel: 'social',
    poolId: pools.items[0].id,
  });

  await ok('e1', 'POST', `/leads/${leadId}/claim`, {});
  await ok('e1', 'POST', '/activities', {
    subjectObject: 'leads',
    subjectId: leadId,
    kind: 'call',
    connected: true,
    durationSeconds: 440,
    result: 'interested',
    content: '有意向。产线 9 条，先做 2 条试点',
    nextContactAt: '2027-01-08T10:00:00+08:00',
  });
  await world.settle();
  const followed = await ok('e1', 'GET', `/leads/${leadId}`);
  expect(followed.lead).toMatchObject({
    status: 'following',
    ownerId: world.alpha.ids.e1,
    nextContactAt: '2027-01-08T02:00:00.000Z',
  });
  return leadId;
}

/** The lead becomes a customer with a won deal, once. */
async function convertAndWin(leadId: string): Promise<{ accountId: string; opportunityId: string }> {
  const converted = await ok('e1', 'POST', `/leads/${leadId}/convert`, {
    opportunity: { name: '外观检测 2 条线', amount: '100000.00', expectedCloseOn: '2026-12-20' },
  });
  expect(converted).toMatchObject({
    accountId: expect.any(String),
    contactId: expect.any(String),
    opportunityId: expect.any(String),
  });
  const again = await world.alpha.call('e1', 'POST', `/leads/${leadId}/convert`, {});
  // Whoever presses twice reads what he has made, once.
  expect(again.body).toEqual(converted);

  const deal = await ok('e1', 'GET', `/opportunities/${converted.opportunityId}`);
  await ok('e1', 'POST', `/opportunities/${converted.opportunityId}/win`, {
    version: deal.opportunity.version,
  });
  return converted;
}

async function draftAndSubmit(converted: { accountId: string; opportunityId: string }): Promise<string> {
  const contract = await ok('e1', 'POST', '/contracts', {
    accountId: converted.accountId,
    opportunityId: converted.opportunityId,
    name: '外观检测一期',
    signedOn: '2026-11-01',
    lines: [{ product: '检测工位', quantity: '2', price: '50000.00' }],
    plan: [
      { name: '签约', ratio: '30', dueOn: '2026-11-01' },
      { name: '到货', ratio: '40', dueOn: '2026-12-01' },
      { name: '验收', ratio: '30', dueOn: '2027-01-01' },
    ],
  });
  expect(contract.amount).toBe('100000.00');
  await ok('e1', 'POST', `/contracts/${contract.id}/submit`, {});
  expect(
    (await world.alpha.call('e1', 'PATCH', `/contracts/${contract.id}`, { version: 2, name: '改不动' }))
      .status,
  ).toBe(409);
  return contract.id;
}

/** The leader approves, not the author; then the money is owed as planned. */
async function approveContract(contractId: string): Promise<void> {
  const tasks = await ok('e0', 'GET', '/approvals');
  expect(tasks.items).toHaveLength(1);
  const own = await world.alpha.call('e1', 'POST', `/approvals/${tasks.items[0].id}/approve`, {});
  expect([403, 409]).toContain(own.status);
  await ok('e0', 'POST', `/approvals/${tasks.items[0].id}/approve`, { comment: '同意' });
  await world.settle();
  expect((await ok('e1', 'GET', `/contracts/${contractId}`)).contract).toMatchObject({ status: 'active' });

  const lines = await ok('finance', 'GET', '/receivables?sort=dueOn');
  expect(lines.items.map((line: { amount: string }) => line.amount)).toEqual([
    '30000.00',
    '40000.00',
    '30000.00',
  ]);
}

/** Money comes in and is used for what is due first. */
async function receiveMoney(accountId: string): Promise<void> {
  const receipt = await ok('finance', 'POST', '/receipts', {
    accountId,
    payer: '嘉岚医疗器械',
    amount: '50000.00',
    bankDate: '2026-11-17',
    reference: '2026111709320418',
  });
  const suggestion = await ok('finance', 'GET', `/receipts/${receipt.id}/suggestion`);
  const lines50 = suggestion.lines
    .filter((line: { suggested: string }) => Number(line.suggested) > 0)
    .map((line: { receivableId: string; suggested: string }) => ({
      receivableId: line.receivableId,
      amount: line.suggested,
    }));
  expect(lines50.map((line: { amount: string }) => line.amount)).toEqual(['30000.00', '20000.00']);
  await ok('finance', 'POST', `/receipts/${receipt.id}/allocate`, { lines: lines50 });
  await world.settle();
}

test('a lead is claimed, called, converted, won, signed, approved and paid in part', async () => {
  const leadId = await claimAndCall();
  const converted = await convertAndWin(leadId);
  await approveContract(await draftAndSubmit(converted));
  await receiveMoney(converted.accountId);

  for (const who of ['e1', 'e0', 'r0', 'finance'] as const) {
    const position = await ok(who, 'GET', '/receivable-position');
    expect([who, position]).toMatchObject([
      who,
      { contracted: '100000.00', received: '50000.00', outstanding: '50000.00' },
    ]);
  }
  for (const who of ['e2', 'w0', 'w1'] as const)
    expect((await ok(who, 'GET', '/receivable-position')).contracted).toBe('0.00');

  const timeline = await ok('e1', 'GET', `/records/accounts/${converted.accountId}/timeline`);
  expect(JSON.stringify(timeline)).toContain('产线 9 条');
});

test('every version is one plus the audited changes of its row', async () => {
  const odd = await world.alpha.run('admin', ({ tx, actor }) =>
    sql<{ id: string; version: number; facts: number }>`
      select l.id, l.version, count(e.id) as facts from leads l
      left join events e on e.org_id = l.org_id and e.subject_id = l.id and e.object = 'leads'
      where l.org_id = ${actor.orgId}::uuid group by l.org_id, l.id, l.version having l.version <> count(e.id)`.execute(
      tx,
    ),
  );
  expect(odd.rows).toEqual([]);
});

test('and every invariant holds', () => expectNoOffenders(world));

import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PersonaKey, personas, testWorld, type World } from '#app/testing/world.ts';
import { theRegistry } from '#kernel/registry.ts';
import type { Figure } from '#kernel/values/figures.ts';

let world: World;
const seller = { e1: [] as string[], e2: [] as string[], w1: [] as string[] };

beforeAll(async () => {
  world = await testWorld();
  for (const who of ['e1', 'e2', 'w1'] as const) await sell(who);
  await world.settle();
  await collect();
  await world.settle();
});
afterAll(async () => {
  await world.close();
});

async function make(who: PersonaKey, path: string, body: Record<string, unknown>, status = 201) {
  const answer = await world.alpha.call(who, 'POST', path, body);
  expect([path, answer.status, answer.status === status ? '' : answer.text]).toEqual([path, status, '']);
  return answer.body;
}

/** Three leads (one untouched, one called, one converted with a deal), a contract for approval, open deals. */
async function sell(who: keyof typeof seller): Promise<void> {
  const lead = (company: string, channel: string) =>
    make(who, '/leads', { company: `${who} ${company}`, channel });
  await lead('untouched', 'website');
  const called = await lead('called', 'exhibition');
  await make(who, '/activities', {
    subjectObject: 'leads',
    subjectId: called.id,
    kind: 'call',
    content: '聊过',
    result: 'interested',
  });
  const good = await lead('good', 'website');
  const converted = await make(
    who,
    `/leads/${good.id}/convert`,
    { opportunity: { name: `${who} deal`, amount: '1000000.00' } },
    200,
  );
  const accountId = converted.accountId as string;
  for (const amount of ['500000.00', '800000.00', '200000.00'])
    await make(who, '/opportunities', { accountId, name: `${who} ${amount}`, amount });
  const contract = await make(who, '/contracts', {
    accountId,
    name: `${who} contract`,
    signedOn: new Date().toISOString().slice(0, 10),
    lines: [{ product: '软件', quantity: '3', price: '33.33' }],
    plan: [
      { name: '首款', ratio: '50', dueOn: '2026-01-31' },
      { name: '尾款', ratio: '50', dueOn: '2030-12-31' },
    ],
  });
  seller[who].push(accountId, contract.id);
  await make(who, `/contracts/${contract.id}/submit`, {}, 200);
}

/** The managers approve, and money comes in. */
async function collect(): Promise<void> {
  for (const who of ['e0', 'w0'] as const)
    for (const { id } of (await world.alpha.call(who, 'GET', '/approvals')).body.items)
      await world.alpha.call(who, 'POST', `/approvals/${id}/approve`, {});
  await world.settle();
  for (const who of ['e1', 'w1'] as const) {
    const receipt = await make('finance', '/receipts', {
      accountId: seller[who][0],
      payer: who,
      amount: '40.00',
      bankDate: new Date().toISOString().slice(0, 10),
    });
    const open = await world.alpha.call('finance', 'GET', `/receipts/${receipt.id}/suggestion`);
    await make(
      'finance',
      `/receipts/${receipt.id}/allocate`,
      { lines: [{ receivableId: open.body.lines[0].receivableId, amount: '30.00' }] },
      200,
    );
  }
}

interface Home {
  blocks: string[];
  figures: Figure[];
}
async function look(who: PersonaKey, path = '/home?period=all'): Promise<Home> {
  const answer = await world.alpha.call(who, 'GET', path);
  expect([who, path, answer.status]).toEqual([who, path, 200]);
  return answer.body;
}
const values = ({ figures }: Home) => Object.fromEntries(figures.map(({ key, value }) => [key, value]));

/** What the list says when it is opened as the figure's link opens it. */
async function drilled(who: PersonaKey, { drill }: Figure): Promise<number> {
  const contract = theRegistry().lists.get(drill.list)?.contract;
  if (!contract) throw new Error(`no list ${drill.list}`);
  const filter = drill.condition ? { filter: drill.condition } : {};
  if (drill.measure.fn === 'count') {
    const page = await world.alpha.call(who, 'POST', contract.search.path, { ...filter, limit: 200 });
    expect([drill, page.status]).toEqual([drill, 200]);
    expect(page.body.items).toHaveLength(page.body.total);
    return page.body.total;
  }
  const sums = await world.alpha.call(who, 'POST', contract.aggregate.path, {
    ...filter,
    measures: [drill.measure],
  });
  expect([drill, sums.status]).toEqual([drill, 200]);
  return Number(sums.body.rows[0].values[0]);
}

test.each(personas.map(({ key }) => [key]))(
  'every figure on the home and the funnel of %s is the list behind it, counted',
  async (who) => {
    const paths = ['/home?period=all', '/home?period=month'];
    if ((await world.alpha.call(who, 'GET', '/funnel')).status === 200) paths.push('/funnel?period=year');
    let walked = 0;
    for (const path of paths) {
      const { figures } = await look(who, path);
      const lists = await Promise.all(figures.map((figure) => drilled(who, figure)));
      expect(figures.map(({ key, value }) => [path, key, Number(value)])).toEqual(
        figures.map(({ key }, at) => [path, key, lists[at]]),
      );
      walked += figures.length;
    }
    if (who !== 'service') expect(walked).toBeGreaterThan(10);
  },
);

test('tables end in what stands in the strip', async () => {
  for (const who of ['r0', 'e0', 'admin'] as const) {
    const of = values(await look(who));
    for (const [total, strip] of [
      ['team.held', 'held'],
      ['team.forecast', 'forecast'],
      ['team.contracted', 'contracted'],
      ['team.received', 'received'],
    ])
      expect([who, total, of[total ?? '']]).toEqual([who, total, of[strip ?? '']]);
  }
  const finance = values(await look('finance'));
  expect(finance.ageing).toBe(finance.outstanding);
});

test('the funnel of a small company is known by heart', async () => {
  const rep = values(await look('e1'));
  expect(rep).toMatchObject({
    'funnel.captured': '3',
    'funnel.reached': '2',
    'funnel.followed': '2',
    'funnel.opportunity': '1',
    'funnel.quoted': '0',
    'funnel.won': '0',
    'stuck.funnel.captured': '1',
    'funnelDeals.opportunity': '2500000.00',
    'funnelWon.won': '0.00',
    held: '2',
    contracted: '99.99',
    received: '40.00',
    outstanding: '69.99',
  });
  expect(values(await look('e0'))).toMatchObject({ 'funnel.captured': '6', contracted: '199.98' });
  expect(values(await look('r0'))).toMatchObject({ 'funnel.captured': '9', received: '80.00' });
  expect(values(await look('finance'))).toMatchObject({ unallocated: '20.00', overdue: '89.97' });
  expect(values(await look('marketing'))).toMatchObject({
    'channel.leads': '9',
    'channel.leads.website': '6',
    'channel.converted.website': '3',
  });
});

test('100万 at 10 %, 50万 at 30 %, 80万 at 50 % and 20万 at 90 % are 83万 of forecast', async () => {
  const rates: [string, string][] = [
    ['1000000.00', '10'],
    ['500000.00', '30'],
    ['800000.00', '50'],
    ['200000.00', '90'],
  ];
  for (const [amount, rate] of rates) {
    const found = await world.alpha.call('w1', 'POST', '/opportunities/search', {
      filter: { field: 'amount', operator: '=', value: amount },
    });
    const { id, version } = found.body.items[0];
    const saved = await world.alpha.call('w1', 'PATCH', `/opportunities/${id}`, { version, winRate: rate });
    expect([rate, saved.status]).toEqual([rate, 200]);
  }
  expect(values(await look('w1'))).toMatchObject({ forecast: '830000.00', expected: '830000.00' });
  const found = await world.alpha.call('w1', 'POST', '/opportunities/search', {
    filter: { field: 'amount', operator: '=', value: '200000.00' },
  });
  const { id, version } = found.body.items[0];
  expect((await world.alpha.call('w1', 'POST', `/opportunities/${id}/win`, { version })).status).toBe(200);
  expect(values(await look('w1'))).toMatchObject({
    forecast: '650000.00',
    wonAmount: '200000.00',
    expected: '850000.00',
    'funnel.won': '1',
  });
});

test('a team shows its own people only, and a team of another company is not there', async () => {
  const teams = (await world.alpha.call('admin', 'GET', '/directory')).body.teams as {
    id: string;
    name: string;
  }[];
  const idOf = (name: string) => teams.find((team) => team.name === name)?.id ?? '';
  expect(values(await look('r0', `/home?period=all&teamId=${idOf('west')}`))).toMatchObject({
    'funnel.captured': '3',
    contracted: '99.99',
  });
  // Looking at a team gives no right to it.
  expect(values(await look('e1', `/home?period=all&teamId=${idOf('west')}`))).toMatchObject({
    'funnel.captured': '0',
    contracted: '0.00',
  });
  const other = (await world.beta.call('admin', 'GET', '/directory')).body.teams[0].id;
  expect((await world.alpha.call('r0', 'GET', `/home?teamId=${other}`)).status).toBe(404);
});

test('an amount that a role may not see is in no figure', async () => {
  await world.alpha.run('admin', async ({ tx, actor }) => {
    await sql`update roles set field_rights = ${JSON.stringify({ contracts: { amount: 'hidden' }, leads: { wonAmount: 'masked' } })}::jsonb
      where org_id = ${actor.orgId}::uuid and key = 'rep'`.execute(tx);
    await sql`update orgs set stamp = stamp + 1 where id = ${actor.orgId}::uuid`.execute(tx);
  });
  const keys = (await look('e2')).figures.map(({ key }) => key);
  expect(keys).toContain('outstanding');
  expect(keys).not.toContain('contracted');
  expect(keys.filter((key) => key.startsWith('funnel'))).toEqual([]);
});

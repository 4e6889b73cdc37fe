import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PersonaKey, testWorld, type World } from '#app/testing/world.ts';
import { withClient } from '#kernel/postgres/external.ts';
import { theRegistry } from '#kernel/registry.ts';
import type { Figure } from '#kernel/values/figures.ts';
import { newId } from '#kernel/values/id.ts';
import { sumMoney } from '#kernel/values/money.ts';
import { attributions, bases, groupings } from '../model.ts';

let world: World;
const today = new Date().toISOString().slice(0, 10);
const month = today.slice(0, 7);

beforeAll(async () => {
  world = await testWorld();
});
afterAll(async () => {
  await world.close();
});

const asOwner = (statement: string, values: unknown[] = []) =>
  withClient(world.ownerUrl, async (client) => (await client.query(statement, values)).rows);

async function make(who: PersonaKey, path: string, body: Record<string, unknown>, status = 201) {
  const answer = await world.alpha.call(who, 'POST', path, body);
  expect([path, answer.status, answer.status === status ? '' : answer.text]).toEqual([path, status, '']);
  return answer.body;
}

interface Row {
  key: string;
  name: string | null;
  brought: Record<string, string>;
  returns: Record<string, string | null>;
}
interface Report {
  rows: Row[];
  total: Omit<Row, 'key' | 'name'>;
  figures: Figure[];
  columns: string[];
  reach: { whole: boolean };
}
async function report(who: PersonaKey, query = 'period=all'): Promise<Report> {
  const answer = await world.alpha.call(who, 'GET', `/channels/report?${query}`);
  expect([who, answer.status, answer.status === 200 ? '' : answer.text]).toEqual([who, 200, '']);
  return answer.body;
}
const rowOf = ({ rows }: Report, key: string) => rows.find((row) => row.key === key);

/** A lead that became a customer with a signed contract; its id, and that of its account. */
async function sell(who: PersonaKey, company: string, values: Record<string, unknown>, amount: string) {
  const lead = await make(who, '/leads', { company, ...values });
  const { accountId } = await make(
    who,
    `/leads/${lead.id}/convert`,
    { opportunity: { name: company, amount } },
    200,
  );
  const opportunity = (
    await make(
      who,
      '/opportunities/search',
      { filter: { field: 'name', operator: '=', value: company } },
      200,
    )
  ).items[0];
  const contract = await make(who, '/contracts', {
    accountId,
    opportunityId: opportunity.id,
    name: company,
    signedOn: today,
    lines: [{ product: '软件', quantity: '1', price: amount }],
    plan: [{ name: '全款', ratio: '100', dueOn: '2030-12-31' }],
  });
  await make(who, `/contracts/${contract.id}/submit`, {}, 200);
  return { id: lead.id as string, accountId: accountId as string };
}

async function approveAll() {
  for (const who of ['e0', 'w0', 'r0'] as const)
    for (const { id } of (await world.alpha.call(who, 'GET', '/approvals')).body.items)
      await world.alpha.call(who, 'POST', `/approvals/${id}/approve`, {});
  await world.settle();
}

async function pay(accountId: string, amount: string) {
  const receipt = await make('finance', '/receipts', { accountId, payer: 'payer', amount, bankDate: today });
  const { lines } = (await world.alpha.call('finance', 'GET', `/receipts/${receipt.id}/suggestion`)).body;
  await make(
    'finance',
    `/receipts/${receipt.id}/allocate`,
    { lines: [{ receivableId: lines[0].receivableId, amount }] },
    200,
  );
}

/** Another visit of somebody who is a lead already. */
const touch = (leadId: string, channel: string, campaign: string | null, minutes: number) =>
  asOwner(
    `insert into lead_touches (org_id, id, lead_id, at, method, channel, campaign)
     select org_id, $1, id, captured_at + make_interval(mins => $2), 'form', $3, $4 from leads where id = $5`,
    [newId(), minutes, channel, campaign, leadId],
  );

const setCost = (body: Record<string, unknown>) =>
  world.alpha.call('marketing', 'PUT', '/channel-costs', body);

/** What a list says when it is opened as the figure's link opens it. */
async function drilled(who: PersonaKey, { drill }: Figure): Promise<number> {
  const contract = theRegistry().lists.get(drill.list)?.contract;
  if (!contract) throw new Error(`no list ${drill.list}`);
  const sums = await world.alpha.call(who, 'POST', contract.aggregate.path, {
    ...(drill.condition ? { filter: drill.condition } : {}),
    measures: [drill.measure],
  });
  expect([drill, sums.status, sums.status === 200 ? '' : sums.text]).toEqual([drill, 200, '']);
  return Number(sums.body.rows[0].values[0]);
}

test('160 leads of a fair and 80 customers, 300 of search and 120: 50.0 %, 40.0 %, together 43.5 %', async () => {
  const add = (channel: string, many: number, converted: number) =>
    asOwner(
      `with made as (
         insert into leads (org_id, id, company, company_key, currency, channel, status, owner_id, owner_since, captured_at, capture_method, created_at, account_id, converted_at)
         select $1, gen_random_uuid(), $2 || n, $2 || n, 'CNY', $2, case when n <= $4 then 'converted' else 'following' end, $5, now(), now(), 'manual', now(),
           case when n <= $4 then $6::uuid end, case when n <= $4 then now() end
         from generate_series(1, $3::integer) n returning org_id, id, owner_id, owner_since)
       insert into lead_places (org_id, lead_id, seq, owner_id, since, cause) select org_id, id, 1, owner_id, owner_since, 'created' from made`,
      [world.alpha.id, channel, many, converted, world.alpha.ids.e1, account.id],
    );
  const account = await make('e1', '/accounts', { name: 'Acceptance', channel: 'website' });
  await add('exhibition', 160, 80);
  await add('search', 300, 120);
  const found = await report('marketing');
  expect(rowOf(found, 'exhibition')).toMatchObject({
    brought: { leads: '160.00', converted: '80.00' },
    returns: { rate: '50.0', roi: null },
  });
  expect(rowOf(found, 'search')).toMatchObject({
    brought: { leads: '300.00', converted: '120.00' },
    returns: { rate: '40.0' },
  });
  expect(found.total).toMatchObject({
    brought: { leads: '460.00', converted: '200.00' },
    returns: { rate: '43.5', costPerLead: null, roi: null, payback: null },
  });
  await asOwner('delete from lead_places where org_id = $1', [world.alpha.id]);
  await asOwner('delete from leads where org_id = $1', [world.alpha.id]);
});

test('a campaign costs, brings leads under each of its names, and earns; cash stands apart', async () => {
  const fair = await make('marketing', '/campaigns', {
    name: '华东工博会',
    code: 'CIIF-2026',
    channel: 'exhibition',
    budget: '50000.00',
  });
  for (const [channel, campaignId, amount] of [
    ['exhibition', fair.id, '20000.00'],
    ['exhibition', null, '5000.00'],
    ['search', null, '15000.00'],
  ] as const)
    expect((await setCost({ channel, campaignId, month, amount })).status).toBe(200);
  const sold = await sell('e1', 'Fair One', { channel: 'exhibition', campaign: ' 华东工博会 ' }, '100000.00');
  await sell('w1', 'Fair Two', { channel: 'exhibition', campaign: 'ciif-2026' }, '50000.00');
  await make('e2', '/leads', { company: 'Search One', channel: 'search' });
  await approveAll();
  await pay(sold.accountId, '30000.00');

  const byCampaign = await report('marketing', 'period=all&by=campaign');
  expect(rowOf(byCampaign, fair.id)).toMatchObject({
    name: '华东工博会',
    brought: {
      cost: '20000.00',
      leads: '2.00',
      converted: '2.00',
      opportunities: '2.00',
      contracts: '2.00',
      signed: '150000.00',
      collected: '30000.00',
    },
    returns: { rate: '100.0', costPerLead: '10000.00', costShare: '50.0', roi: '650.0', payback: '150.0' },
  });
  const byChannel = await report('marketing');
  expect(rowOf(byChannel, 'exhibition')).toMatchObject({
    brought: { cost: '25000.00' },
    returns: { costShare: '62.5', roi: '500.0' },
  });
  expect(rowOf(byChannel, 'search')).toMatchObject({
    brought: { cost: '15000.00', signed: '0.00' },
    returns: { roi: '-100.0', rate: '0.0' },
  });
  expect(byChannel.total.returns).toMatchObject({ costShare: '100.0', roi: '275.0', payback: '75.0' });

  // Renamed: leads that carry the old name stay with it.
  const renamed = await world.alpha.call('marketing', 'PATCH', `/campaigns/${fair.id}`, {
    version: 1,
    name: '工博会 2026',
  });
  expect(renamed.status).toBe(200);
  expect(rowOf(await report('marketing', 'period=all&by=campaign'), fair.id)?.brought.leads).toBe('2.00');
  const other = await world.alpha.call('marketing', 'POST', '/campaigns', {
    name: '华东工博会',
    channel: 'search',
  });
  expect([other.status, other.body.code]).toEqual([409, 'campaign_name_taken']);
  const gone = await world.alpha.call('marketing', 'DELETE', `/campaigns/${fair.id}`);
  expect([gone.status, gone.body.code]).toEqual([409, 'campaign_has_costs']);
});

test('first, last and even attribution credit other channels with the same money, to the cent; merged leads count once', async () => {
  const sold = await sell('e1', 'Many Ways', { channel: 'website' }, '100.00');
  await touch(sold.id, 'social', null, 10);
  await touch(sold.id, 'hotline', null, 20);
  const other = await make('e1', '/leads', { company: 'Many Ways Ltd', channel: 'referral' });
  await asOwner(`update leads set captured_at = captured_at - interval '1 day' where id = $1`, [other.id]);
  await asOwner('update leads set deleted_at = now(), merged_into = $1 where id = $2', [sold.id, other.id]);
  await approveAll();
  await pay(sold.accountId, '10.01');

  const channels = ['referral', 'website', 'social', 'hotline'];
  const signed = async (attribution: string) => {
    const found = await report('marketing', `period=all&attribution=${attribution}`);
    return channels.map((channel) => rowOf(found, channel)?.brought.signed ?? '0.00');
  };
  expect(await signed('first')).toEqual(['100.00', '0.00', '0.00', '0.00']);
  expect(await signed('last')).toEqual(['0.00', '0.00', '0.00', '100.00']);
  expect(await signed('linear')).toEqual(['25.00', '25.00', '25.00', '25.00']);
  const linear = await report('marketing', 'period=all&attribution=linear');
  expect(channels.map((channel) => rowOf(linear, channel)?.brought.collected)).toEqual([
    '2.50',
    '2.50',
    '2.50',
    '2.51',
  ]);
  expect(channels.map((channel) => rowOf(linear, channel)?.brought.leads)).toEqual([
    '0.25',
    '0.25',
    '0.25',
    '0.25',
  ]);
});

test('whatever the attribution, the rows add up to all that was signed, collected and spent', async () => {
  const leads = await asOwner('select id from leads where org_id = $1 and deleted_at is null', [
    world.alpha.id,
  ]);
  const channels = ['website', 'search', 'social', 'media', 'referral'];
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.tuple(fc.nat(leads.length - 1), fc.constantFrom(...channels), fc.integer({ min: 1, max: 500 })),
        { maxLength: 6 },
      ),
      fc.array(fc.tuple(fc.constantFrom(...channels), fc.integer({ min: 1, max: 12 }), fc.nat(99_999_999)), {
        maxLength: 5,
      }),
      async (touches, costs) => {
        for (const [at, channel, minutes] of touches) await touch(leads[at].id, channel, null, minutes);
        for (const [channel, at, cents] of costs)
          await setCost({
            channel,
            month: `2025-${String(at).padStart(2, '0')}`,
            amount: (cents / 100).toFixed(2),
          });
        const [truth] = await asOwner(
          `select (select coalesce(sum(amount), 0)::numeric(18,2) from contracts where org_id = $1 and status = 'active') as signed,
            (select coalesce(sum(amount), 0)::numeric(18,2) from allocations where org_id = $1) as collected,
            (select coalesce(sum(amount), 0)::numeric(18,2) from channel_costs where org_id = $1) as cost,
            (select count(*)::numeric(18,2) from leads where org_id = $1 and deleted_at is null) as leads`,
          [world.alpha.id],
        );
        for (const attribution of attributions) {
          const { rows, total } = await report('marketing', `period=all&attribution=${attribution}`);
          for (const column of ['signed', 'collected', 'cost', 'leads'] as const) {
            expect([attribution, column, total.brought[column]]).toEqual([
              attribution,
              column,
              truth[column],
            ]);
            expect(sumMoney(rows.map((row) => row.brought[column] ?? '0'))).toBe(truth[column]);
          }
        }
        const grid = (await world.alpha.call('finance', 'GET', '/channel-costs/grid?year=2025')).body;
        expect(grid.total).toBe(sumMoney(grid.totals));
        expect(grid.total).toBe(sumMoney(grid.rows.map((row: { total: string }) => row.total)));
      },
    ),
    { numRuns: 6 },
  );
});

test('shares of a sum add up to it to the cent, and no two differ by more than one', async () => {
  const cases = fc.sample(
    fc.tuple(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), fc.integer({ min: 1, max: 30 })),
    200,
  );
  const found = await asOwner(
    `select array(select yd_part(c.cents, n, c.places) from generate_series(1, c.places) n order by n)::text[] as parts
     from jsonb_to_recordset($1::jsonb) as c(cents numeric, places bigint, at bigint) order by at`,
    [JSON.stringify(cases.map(([cents, places], at) => ({ cents, places, at })))],
  );
  for (const [at, { parts }] of found.entries()) {
    const shares = (parts as string[]).map(Number);
    expect(shares.reduce((sum, one) => sum + one, 0)).toBe(cases[at]?.[0]);
    expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
  }
});

test('every figure of the report is the list behind it, for everybody who may read it', async () => {
  for (const who of ['marketing', 'r0', 'e0', 'admin', 'auditor'] as const)
    for (const attribution of attributions)
      for (const by of attribution === 'last' ? groupings.slice(0, 1) : groupings) {
        const basis = bases[attribution === 'last' ? 1 : 0];
        const { figures } = await report(
          who,
          `period=all&attribution=${attribution}&basis=${basis}&by=${by}`,
        );
        expect(figures.length).toBeGreaterThan(9);
        const lists = await Promise.all(figures.map((figure) => drilled(who, figure)));
        expect(figures.map(({ key, value }) => [who, key, Number(value)])).toEqual(
          figures.map(({ key }, at) => [who, key, lists[at]]),
        );
      }
});

test('a manager sees his people’s; without all of it in sight there is no return on the whole cost', async () => {
  const west = await report('w0');
  expect(rowOf(west, 'exhibition')?.brought).toMatchObject({
    leads: '1.00',
    signed: '50000.00',
    collected: '0.00',
  });
  expect(west.reach.whole).toBe(false);
  expect(west.total.returns).toMatchObject({ roi: null, payback: null, costPerLead: null });
  expect((await report('r0')).total.brought).toMatchObject({
    signed: (await report('admin')).total.brought.signed,
  });
  expect((await world.alpha.call('e1', 'GET', '/channels/report')).status).toBe(403);
  expect((await world.beta.call('marketing', 'GET', '/channels/report?period=all')).body.rows).toEqual([]);
});

test('two people who set the same cost at once: the later is told what stands there', async () => {
  const cell = { channel: 'media', month };
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, at) => setCost({ ...cell, amount: `${at + 1}.00`, was: '0.00' })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(409)]);
  const rows = await asOwner(
    `select amount from channel_costs where org_id = $1 and channel = 'media' and month = $2`,
    [world.alpha.id, `${month}-01`],
  );
  expect(rows).toHaveLength(1);
  expect((await setCost({ channel: 'nowhere', month, amount: '1.00' })).status).toBe(422);
  expect((await setCost({ ...cell, amount: '-1.00' })).status).toBe(422);
});

test('who may not know the amounts of contracts finds none here', async () => {
  await asOwner(
    `update roles set field_rights = '{"contracts": {"amount": "hidden"}}' where org_id = $1 and key = 'auditor'`,
    [world.alpha.id],
  );
  await asOwner('update orgs set stamp = stamp + 1 where id = $1', [world.alpha.id]);
  const { columns, figures } = await report('auditor');
  expect(columns).not.toContain('signed');
  expect(figures.filter(({ key }) => /^(signed|contracts)/.test(key))).toEqual([]);
  const listed = await world.alpha.call('auditor', 'POST', '/channel-results/search', {
    filter: { field: 'kind', operator: '=', value: 'contract' },
  });
  expect(listed.body.total).toBe(0);
});

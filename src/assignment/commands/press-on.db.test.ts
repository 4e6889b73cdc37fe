import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { expectNoOffenders } from '#app/testing/oracle.ts';
import { type PersonaKey, testWorld, type World } from '#app/testing/world.ts';
import { atOnce } from '#kernel/testing/at-once.ts';
import { dueTimers } from '../queries/due.ts';
import { pressOn } from './press-on.ts';

let world: World;
const always = { days: [1, 2, 3, 4, 5, 6, 7], holidays: 'none', spans: [{ from: '00:00', to: '24:00' }] };

beforeAll(async () => {
  world = await testWorld();
  const now = (await world.alpha.call('admin', 'GET', '/assignment-settings')).body;
  expect(now.policies.map((one: { minutes: number }) => one.minutes)).toEqual([5, 120]);
  await world.alpha.call('admin', 'PUT', '/assignment-settings', { ...now, hours: always });
});
beforeEach(async () => {
  await world.alpha.run('admin', async ({ tx }) => {
    for (const table of ['waiting_leads', 'assignment_members', 'assignment_rules', 'response_timers'])
      await sql`delete from ${sql.table(table)}`.execute(tx);
  });
});
afterAll(async () => {
  await world.close();
});

let phone = 13_600_000_000;

async function addRule(users: readonly PersonaKey[]): Promise<void> {
  const members = users.map((key) => ({ userId: world.alpha.ids[key] }));
  const answer = await world.alpha.call('admin', 'POST', '/assignment-rules', {
    ...{ name: '轮流', method: 'rotation', members },
  });
  expect(answer.status).toBe(201);
}

async function arrive(values: Record<string, unknown> = {}): Promise<string> {
  phone += 1;
  const made = await world.alpha.call('marketing', 'POST', '/leads', {
    ...{ company: `计时${phone}`, channel: 'website', phone: String(phone), byRules: true },
    ...values,
  });
  expect(made.status).toBe(201);
  await world.settle();
  return made.body.id;
}

interface Clock {
  readonly id: string;
  readonly ownerId: string;
  readonly minutes: number;
  readonly outcome: string | null;
  readonly breachedAt: Date | null;
  readonly escalatedAt: Date | null;
  readonly reassignedAt: Date | null;
}

async function clocksOf(leadId: string): Promise<Clock[]> {
  const found = await world.alpha.run('admin', ({ tx }) =>
    sql<Clock>`
      select id, owner_id as "ownerId", minutes, outcome, breached_at as "breachedAt", escalated_at as "escalatedAt",
        reassigned_at as "reassignedAt" from response_timers where lead_id = ${leadId}::uuid order by started_at, id`.execute(
      tx,
    ),
  );
  return found.rows;
}

/** Lets so many minutes pass for every clock. */
const pass = (minutes: number) =>
  world.alpha.run('admin', ({ tx }) =>
    sql`update response_timers set started_at = started_at - make_interval(mins => ${minutes}),
      due_at = due_at - make_interval(mins => ${minutes}), escalate_at = escalate_at - make_interval(mins => ${minutes}),
      reassign_at = reassign_at - make_interval(mins => ${minutes}), next_at = next_at - make_interval(mins => ${minutes}),
      breached_at = breached_at - make_interval(mins => ${minutes}),
      escalated_at = escalated_at - make_interval(mins => ${minutes})`.execute(tx),
  );

async function look(): Promise<string[]> {
  const said: string[] = [];
  for (const timerId of await world.alpha.run('admin', (step) => dueTimers(step, 100)))
    said.push(await world.alpha.run('admin', (step) => pressOn({ timerId }, step)));
  await world.settle();
  return said;
}

async function newsOf(who: PersonaKey): Promise<string[]> {
  const { body } = await world.alpha.call(who, 'GET', '/inbox');
  return body.items
    .filter((one: { kind: string }) => one.kind === 'responseMissed')
    .map((one: unknown) => JSON.stringify(one));
}

const call = (who: PersonaKey, leadId: string, kind = 'call') =>
  world.alpha.call(who, 'POST', '/activities', {
    ...{ subjectObject: 'leads', subjectId: leadId, kind, content: '第一次联系客户' },
    ...(kind === 'call' ? { connected: false } : {}),
  });

test('the owner hears first, then his leader, then the lead goes on, each once', async () => {
  await addRule(['e1', 'w1']);
  const id = await arrive();
  expect(await clocksOf(id)).toMatchObject([{ ownerId: world.alpha.ids.e1, minutes: 120, outcome: null }]);
  await pass(119);
  expect(await look()).toEqual([]);
  await pass(1);
  expect(await look()).toEqual(['done']);
  expect(await look()).toEqual([]);
  expect((await newsOf('e1')).join()).toMatch(/首次响应|first response/);
  await pass(120);
  expect(await look()).toEqual(['done']);
  expect((await newsOf('e0')).join()).toMatch(/Alpha e1/);
  await pass(120);
  expect(await look()).toEqual(['done']);
  const [first, second] = await clocksOf(id);
  expect(first).toMatchObject({ outcome: 'moved', reassignedAt: expect.any(Date) });
  expect(second).toMatchObject({ ownerId: world.alpha.ids.w1, outcome: null, breachedAt: null });
  const told = (await world.alpha.call('marketing', 'GET', `/leads/${id}/assignments`)).body;
  expect(told.items[0].why.zh).toMatch(/^时限 2 小时，超时后提醒和上报仍未响应。规则「轮流」：轮到 Alpha w1/);
  expect(await newsOf('e1')).toHaveLength(1);
});

test('the list shows every clock by its state, and a rep only his own', async () => {
  await addRule(['e1', 'w1']);
  const ids = [await arrive(), await arrive()];
  await pass(130);
  const late = { filter: { field: 'state', operator: '=', value: 'late' } };
  const all = await world.alpha.call('admin', 'POST', '/response-timers/search', late);
  expect([all.status, all.text]).toEqual([200, expect.any(String)]);
  expect(all.body.items.map((row: { leadId: string }) => row.leadId).sort()).toEqual([...ids].sort());
  const own = await world.alpha.call('e1', 'POST', '/response-timers/search', late);
  expect(own.body.items.map((row: { leadId: string }) => row.leadId)).toEqual([ids[0]]);
});

test('a call stops the clock, an edit and a note do not', async () => {
  await addRule(['e1']);
  const id = await arrive();
  await world.alpha.call('e1', 'PATCH', `/leads/${id}`, { version: 1, note: '改一下备注' });
  await call('e1', id, 'note');
  await world.settle();
  expect((await clocksOf(id))[0]?.outcome).toBe(null);
  // A colleague's call is no answer of the owner.
  await call('marketing', id);
  await world.settle();
  expect((await clocksOf(id))[0]?.outcome).toBe(null);
  expect((await call('e1', id)).status).toBe(201);
  await world.settle();
  expect((await clocksOf(id))[0]?.outcome).toBe('responded');
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const { body } = await world.alpha.call('e1', 'GET', `/first-responses?from=${today}&to=${today}&by=owner`);
  expect(body.total).toMatchObject({ started: 1, responded: 1, inTime: 1, breached: 0 });
  expect(body.total.medianSeconds).toBeLessThan(30);
});

test('a call logged but not heard of yet stops the clock at the very moment of the breach', async () => {
  await addRule(['e1', 'w1']);
  const id = await arrive();
  await pass(360);
  // No settle: the reaction has not run.
  await call('e1', id);
  expect(await look()).toEqual(['answered']);
  expect(await clocksOf(id)).toMatchObject([{ outcome: 'responded', breachedAt: null }]);
});

test('of many servers that look at one due clock one acts', async () => {
  await addRule(['e1', 'w1']);
  const id = await arrive();
  await pass(120);
  const [clock] = await clocksOf(id);
  const said = await atOnce(
    8,
    (act) => world.alpha.run('admin', act),
    (step) => pressOn({ timerId: clock?.id ?? '' }, step),
  );
  const answers = said.map((one) => (one.status === 'fulfilled' ? one.value : one.reason));
  expect(answers.filter((one) => one === 'done')).toHaveLength(1);
  expect(answers.filter((one) => one === 'gone')).toHaveLength(7);
  const facts = await world.alpha.run('admin', ({ tx }) =>
    sql`select 1 from events where subject_id = ${clock?.id}::uuid and type = 'response.missed'`.execute(tx),
  );
  expect(facts.rows).toHaveLength(1);
});

test('after a week without the server everybody is reminded before anybody loses a lead', async () => {
  await addRule(['e1', 'w1']);
  const id = await arrive();
  await pass(7 * 24 * 60);
  expect(await look()).toEqual(['done']);
  expect(await look()).toEqual([]);
  expect(await clocksOf(id)).toMatchObject([
    { outcome: null, breachedAt: expect.any(Date), escalatedAt: null },
  ]);
});

test('a lead that has become class A is due in minutes, from its own beginning', async () => {
  await addRule(['e1']);
  const id = await arrive({ class: 'A' });
  expect((await clocksOf(id))[0]?.minutes).toBe(5);
});

test('claiming starts a clock, letting go ends it; what one brings oneself has none', async () => {
  await addRule(['e1']);
  const made = await world.alpha.call('e2', 'POST', '/leads', { company: '自己带来', channel: 'website' });
  await world.settle();
  expect(await clocksOf(made.body.id)).toEqual([]);
  expect(
    (await world.alpha.call('e2', 'POST', `/leads/${made.body.id}/release`, { reason: 'noTime' })).status,
  ).toBe(200);
  expect((await world.alpha.call('w1', 'POST', `/leads/${made.body.id}/claim`)).status).toBe(200);
  await world.settle();
  expect(await clocksOf(made.body.id)).toMatchObject([{ ownerId: world.alpha.ids.w1, outcome: null }]);
  await world.alpha.call('w1', 'POST', `/leads/${made.body.id}/release`, { reason: 'noTime' });
  await world.settle();
  expect(await clocksOf(made.body.id)).toMatchObject([{ outcome: 'moved' }]);
});

test('afterwards every lead is in one place and every counter is right', async () => {
  await world.settle();
  await expectNoOffenders(world);
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PersonaKey, testWorld, type World } from '#app/testing/world.ts';
import { withClient } from '#kernel/postgres/external.ts';
import { theRegistry } from '#kernel/registry.ts';
import type { Figure } from '#kernel/values/figures.ts';

let world: World;

beforeAll(async () => {
  world = await testWorld();
  for (const who of ['e1', 'w1'] as const) {
    await lead(who, 'silent', 0);
    const called = await lead(who, 'called', 0);
    await call(who, called);
    await lead(who, 'old', 40);
    await lead(who, 'ancient', 100);
    const late = await lead(who, 'late', 0);
    await asOwner(`update leads set next_contact_at = now() - interval '1 hour' where id = $1`, [late]);
    const sold = await lead(who, 'sold', 0);
    await world.alpha.call(who, 'POST', `/leads/${sold}/convert`, {});
  }
  await world.settle();
});
afterAll(async () => {
  await world.close();
});

const asOwner = (statement: string, values: unknown[]) =>
  withClient(world.ownerUrl, (client) => client.query(statement, values));

async function lead(who: PersonaKey, company: string, daysAgo: number): Promise<string> {
  const answer = await world.alpha.call(who, 'POST', '/leads', {
    company: `${who} ${company}`,
    channel: 'website',
  });
  expect([answer.status, answer.status === 201 ? '' : answer.text]).toEqual([201, '']);
  await asOwner('update leads set captured_at = captured_at - make_interval(days => $1) where id = $2', [
    daysAgo,
    answer.body.id,
  ]);
  return answer.body.id;
}

async function call(who: PersonaKey, subjectId: string): Promise<void> {
  const body = { subjectObject: 'leads', subjectId, kind: 'call', content: '聊过', result: 'interested' };
  expect((await world.alpha.call(who, 'POST', '/activities', body)).status).toBe(201);
}

async function board(
  who: PersonaKey,
): Promise<{ figures: Figure[]; people: { id: string; held: number; cap: number }[] }> {
  const answer = await world.alpha.call(who, 'GET', '/lead-board?period=all');
  expect([who, answer.status, answer.status === 200 ? '' : answer.text]).toEqual([who, 200, '']);
  return answer.body;
}

test('what lies still, what is late and what was never contacted', async () => {
  const { figures, people } = await board('e0');
  const of = Object.fromEntries(figures.map(({ key, value }) => [key, value]));
  expect(of).toMatchObject({
    'captured.channel': '6',
    'never.channel': '4',
    'answered.channel': '1',
    held: '5',
    overdue: '1',
    convertedNow: '1',
    open: '5',
    sleeping: '2',
    over30: '2',
    over90: '1',
    'age.quarter': '1',
    'age.older': '1',
    'age.week': '3',
  });
  expect(people).toMatchObject([{ id: world.alpha.ids.e1, held: 5, cap: 50 }]);
});

test('every number of the board is its list, counted', async () => {
  const contract = theRegistry().lists.get('leads.list')?.contract;
  for (const who of ['r0', 'e0', 'marketing', 'admin', 'auditor'] as const) {
    const { figures } = await board(who);
    expect(figures.length).toBeGreaterThan(15);
    for (const { key, value, drill } of figures) {
      if (drill.measure.fn !== 'count') continue;
      const page = await world.alpha.call(who, 'POST', contract?.search.path ?? '', {
        ...(drill.condition ? { filter: drill.condition } : {}),
        limit: 1,
      });
      expect([who, key, page.body.total]).toEqual([who, key, Number(value)]);
    }
  }
});

test('it is for managers: a rep has none, and another company is not in it', async () => {
  expect((await world.alpha.call('e1', 'GET', '/lead-board')).status).toBe(403);
  const answer = await world.beta.call('admin', 'GET', '/lead-board?period=all');
  expect(answer.body.people).toEqual([]);
});

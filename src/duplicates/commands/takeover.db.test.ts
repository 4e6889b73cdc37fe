import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PersonaKey, testWorld, type World } from '#app/testing/world.ts';
import { escalateTakeovers } from './escalate-takeovers.ts';

let world: World;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(async () => {
  await world.close();
});

const call = (who: PersonaKey, ...rest: ['GET' | 'POST' | 'DELETE', string, unknown?]) =>
  world.alpha.call(who, ...rest);
let turn = 0;
/** A lead of w1 that e1 has found. */
async function foundLead(): Promise<string> {
  turn += 1;
  const company = `接手${String.fromCodePoint(0x5000 + turn * 11)}机械制造有限公司`;
  const made = await call('w1', 'POST', '/leads', { company, channel: 'website' });
  await world.settle();
  const found = await call('e1', 'POST', '/duplicates/look-up', { text: company });
  expect(found.body.hits[0].id).toBe(made.body.id);
  return made.body.id;
}
const ask = (leadId: string, who: PersonaKey = 'e1') =>
  call(who, 'POST', '/takeovers', { leadId, reason: '客户主动找我' });
const news = async (who: PersonaKey) =>
  (await call(who, 'GET', '/inbox?tab=open&limit=100')).body.items.filter(
    (one: { object: string }) => one.object === 'takeovers',
  );

test('owner and manager are asked, the owner says yes, and the lead is the asker’s', async () => {
  const leadId = await foundLead();
  const asked = await ask(leadId);
  expect(asked.status).toBe(201);
  expect(await news('w1')).toHaveLength(1);
  expect(await news('w0')).toHaveLength(1);
  expect((await ask(leadId)).body.code).toBe('already_asked');
  expect((await call('e2', 'GET', `/takeovers/${asked.body.id}`)).status).toBe(404);
  expect((await call('e1', 'POST', `/takeovers/${asked.body.id}/approve`, {})).status).toBe(403);
  const seen = (await call('e1', 'GET', `/takeovers/${asked.body.id}`)).body;
  expect(seen).toMatchObject({
    takeover: { title: '接**', status: 'open' },
    may: { decide: false, withdraw: true, open: false },
  });
  expect((await call('w1', 'POST', `/takeovers/${asked.body.id}/approve`, {})).status).toBe(200);
  await world.settle();
  expect((await call('e1', 'GET', `/leads/${leadId}`)).body.lead.ownerId).toBe(world.alpha.ids.e1);
  expect(await news('e1')).toHaveLength(1);
  expect((await call('w0', 'POST', `/takeovers/${asked.body.id}/reject`, { note: '不同意' })).body.code).toBe(
    'not_open',
  );
});

test('nobody asks for a lead that he has not found: its id alone tells nothing', async () => {
  const made = await call('w1', 'POST', '/leads', { company: '没人查过的公司', channel: 'website' });
  const unknown = await ask('019400d0-0000-7000-8000-000000000001', 'e2');
  const unseen = await ask(made.body.id, 'e2');
  expect([unseen.status, unseen.body.code]).toEqual([404, unknown.body.code]);
});

test('after three working days the owner is too late and his manager decides alone', async () => {
  const leadId = await foundLead();
  const { id } = (await ask(leadId)).body;
  await world.alpha.run('admin', ({ tx }) =>
    sql`update takeovers set due_on = due_on - 30 where id = ${id}::uuid`.execute(tx),
  );
  expect(await world.alpha.run('admin', escalateTakeovers)).toBe(1);
  expect(await world.alpha.run('admin', escalateTakeovers)).toBe(0);
  expect((await call('w1', 'POST', `/takeovers/${id}/reject`, { note: '我还在跟' })).body.code).toBe(
    'too_late',
  );
  const told = (await news('w0')).filter((one: { recordId: string }) => one.recordId === id);
  expect(told[0].title.zh).toContain('由你决定');
  expect((await call('w0', 'POST', `/takeovers/${id}/approve`, {})).status).toBe(200);
});

test('an asker at his cap gets nothing; a lead that went elsewhere meanwhile is left there', async () => {
  const full = await foundLead();
  const { id } = (await ask(full)).body;
  const cap = (most: number) =>
    world.alpha.run('admin', ({ tx, actor }) =>
      sql`update lead_policies set private_cap = ${most} where org_id = ${actor.orgId}::uuid`.execute(tx),
    );
  await cap(0);
  expect((await call('w1', 'POST', `/takeovers/${id}/approve`, {})).body.code).toBe('pool_full');
  await cap(50);
  await call('w1', 'POST', `/leads/${full}/release`, { reason: 'noTime' });
  expect((await call('w0', 'POST', `/takeovers/${id}/approve`, {})).status).toBe(200);
  expect((await call('w0', 'GET', `/takeovers/${id}`)).body.takeover.status).toBe('lapsed');
});

test('two answers at once make one', async () => {
  const leadId = await foundLead();
  const { id } = (await ask(leadId)).body;
  const answers = await Promise.all([
    call('w1', 'POST', `/takeovers/${id}/approve`, {}),
    call('w0', 'POST', `/takeovers/${id}/reject`, { note: '不行' }),
    call('w1', 'POST', `/takeovers/${id}/approve`, {}),
  ]);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
});

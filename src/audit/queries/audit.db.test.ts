import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PersonaKey, testWorld, type World } from '#app/testing/world.ts';
import { inTransaction, openDatabase } from '#kernel/db.ts';
import { watchChain } from '../commands/watch-chain.ts';

let world: World;
let leadId: string;
beforeAll(async () => {
  world = await testWorld();
  const made = await world.alpha.call('e1', 'POST', '/leads', {
    company: '晟屿新材',
    channel: 'website',
    expectedAmount: '100.00',
  });
  leadId = made.body.id;
  const lead = await world.alpha.call('e1', 'GET', `/leads/${leadId}`);
  await world.alpha.call('e1', 'PATCH', `/leads/${leadId}`, {
    version: lead.body.lead.version,
    expectedAmount: '200.00',
    industry: '新材料',
  });
  await world.settle();
});
afterAll(async () => {
  await world.close();
});

const ask = (query = '', who: PersonaKey = 'auditor') =>
  world.alpha.call(who, 'GET', `/audit-events${query && `?${query}`}`);

test('who changed what from what to what is on record, with name, way in and request', async () => {
  const { body } = await ask(`recordId=${leadId}&type=lead.updated`);
  expect(body.items).toHaveLength(1);
  expect(body.items[0]).toMatchObject({
    subjectName: '晟屿新材',
    actorId: world.alpha.ids.e1,
    source: 'api',
    object: 'leads',
    position: expect.any(Number),
    requestId: expect.any(String),
  });
  expect(body.names[world.alpha.ids.e1]).toBe('Alpha e1');
  expect(body.items[0].changes).toEqual(
    expect.arrayContaining([
      { field: 'expectedAmount', before: '100.00', after: '200.00', masked: false },
      { field: 'industry', before: null, after: '新材料', masked: false },
    ]),
  );
});

test('pages follow one another without loss or repetition', async () => {
  const all = (await ask('limit=200')).body.items.map((item: { id: string }) => item.id);
  const seen: string[] = [];
  let cursor = '';
  do {
    const { body, status } = await ask(`limit=3${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
    expect(status).toBe(200);
    seen.push(...body.items.map((item: { id: string }) => item.id));
    cursor = body.nextCursor ?? '';
  } while (cursor && seen.length < 200);
  expect(seen).toEqual(all.slice(0, seen.length));
  expect(seen.length).toBe(all.length);
  expect((await ask('cursor=abc')).status).toBe(422);
  expect((await ask('cursor=99999-99-99_00000000-0000-0000-0000-000000000000')).status).toBe(422);
});

test('filters narrow by person, object, day and way in', async () => {
  const byPerson = (await ask(`actorId=${world.alpha.ids.e1}`)).body.items;
  expect(new Set(byPerson.map((item: { actorId: string }) => item.actorId))).toEqual(
    new Set([world.alpha.ids.e1]),
  );
  expect((await ask('object=leads&source=import')).body.items).toEqual([]);
  expect((await ask('to=2020-01-01')).body.items).toEqual([]);
  expect((await world.alpha.call('admin', 'GET', '/audit-types')).body.items).toContain('lead.updated');
});

test('nobody else reads the audit, and no company reads another’s', async () => {
  for (const who of ['r0', 'e1', 'finance', 'marketing'] as const)
    expect((await ask('', who)).status).toBe(403);
  const beta = await world.beta.call('auditor', 'GET', `/audit-events?recordId=${leadId}`);
  expect(beta.body.items).toEqual([]);
});

test('a field hidden from the auditor does not occur, a masked one only as changed', async () => {
  await world.alpha.run('admin', async ({ tx, actor }) => {
    await sql`update roles set field_rights = ${JSON.stringify({ leads: { expectedAmount: 'hidden', industry: 'masked' } })}::jsonb
      where org_id = ${actor.orgId}::uuid and key = 'auditor'`.execute(tx);
    await sql`update orgs set stamp = stamp + 1 where id = ${actor.orgId}::uuid`.execute(tx);
  });
  const { body, text } = await ask(`recordId=${leadId}&type=lead.updated`);
  expect(body.items[0].changes).toEqual([{ field: 'industry', before: null, after: null, masked: true }]);
  expect(text).not.toMatch(/200\.00|新材料/);
});

test('the chain is intact until a fact is edited behind the server’s back, and then names it', async () => {
  const check = async () => (await world.alpha.call('auditor', 'GET', '/audit-chain')).body;
  expect(await check()).toMatchObject({ intact: true, offenders: [] });
  expect(await world.alpha.run('admin', watchChain)).toEqual({ intact: true });
  const owner = openDatabase(world.ownerUrl, 1);
  const [fact] = (await ask(`recordId=${leadId}&type=lead.updated`)).body.items;
  await inTransaction(owner, null, (tx) =>
    sql`update events set data = data || '{"forged": true}' where id = ${fact.id}::uuid`.execute(tx),
  );
  await owner.close();
  const broken = await check();
  expect(broken.intact).toBe(false);
  expect(broken.offenders).toEqual([expect.objectContaining({ id: fact.id })]);
  expect(await world.alpha.run('admin', watchChain)).toEqual({ intact: false });
  for (const who of ['auditor', 'admin'] as const)
    expect((await world.alpha.call(who, 'GET', '/inbox')).body.items).toMatchObject([
      { kind: 'chainBroken' },
    ]);
  expect((await world.alpha.call('r0', 'GET', '/inbox')).body.items).toEqual([]);
});

import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PersonaKey, testWorld, type World } from '#app/testing/world.ts';
import type { Actor } from '#kernel/access.ts';
import { announce } from '#kernel/outbox.ts';
import { newId } from '#kernel/values/id.ts';
import { checks } from '../checks.ts';
import { rebuildIndex } from '../commands/rebuild-index.ts';
import { searchEverything } from './search-everything.ts';

let world: World;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(async () => {
  await world.close();
});

let phone = 13_900_000_000;

async function lead(who: PersonaKey, company: string, more: Record<string, unknown> = {}): Promise<string> {
  phone += 1;
  const body = { company, channel: 'website', phone: String(phone), ...more };
  const made = await world.alpha.call(who, 'POST', '/leads', body);
  expect(made.status, made.text).toBe(201);
  return made.body.id;
}

interface Item {
  readonly id: string;
  readonly title: string;
  readonly notes: string[];
}

async function find(who: PersonaKey, q: string, limit = 20): Promise<Item[]> {
  const answer = await world.alpha.call(who, 'GET', `/search?q=${encodeURIComponent(q)}&limit=${limit}`);
  expect(answer.status, answer.text).toBe(200);
  return answer.body.groups.flatMap((group: { items: Item[] }) => group.items);
}

const idsOf = async (who: PersonaKey, q: string) => (await find(who, q)).map(({ id }) => id);

test('华为, huawei, hw and a piece of the phone all find 华为', async () => {
  const id = await lead('e1', '华为技术有限公司', { phone: '13801380138' });
  await world.settle();
  for (const typed of ['华为', '華為', 'huawei', 'HW', 'hwjs', '1380', '0138', '138 0138 0138', '技术 华为'])
    expect(await idsOf('e1', typed), typed).toContain(id);
  for (const typed of ['为华', '小米', 'huaweix', '99999', "'", '\\', '%', ' '])
    expect(await idsOf('e1', typed), typed).not.toContain(id);
});

test('a colleague finds it only once he may see it', async () => {
  const id = await lead('e1', '灵犀机器人');
  await world.settle();
  expect(await idsOf('e0', '灵犀')).toEqual([id]);
  for (const who of ['e2', 'w1', 'w0', 'finance'] as const) expect(await idsOf(who, '灵犀'), who).toEqual([]);
  const given = await world.alpha.call('e0', 'POST', `/leads/${id}/assign`, { ownerId: world.alpha.ids.e2 });
  expect(given.status).toBe(200);
  // Even before the index hears of it the records themselves are asked.
  expect(await idsOf('e1', '灵犀')).toEqual([]);
  await world.settle();
  expect(await idsOf('e2', '灵犀')).toEqual([id]);
  const released = await world.alpha.call('e2', 'POST', `/leads/${id}/release`, { reason: 'noTime' });
  expect(released.status).toBe(200);
  await world.settle();
  expect(await idsOf('w1', '灵犀')).toEqual([id]);
});

test('what is deleted is not found, and found again when it is restored', async () => {
  const id = await lead('e0', '暮色文化');
  await world.settle();
  await world.alpha.call('e0', 'DELETE', `/leads/${id}`);
  expect(await idsOf('e0', '暮色')).toEqual([]);
  await world.settle();
  await world.alpha.call('e0', 'POST', `/leads/${id}/restore`);
  await world.settle();
  expect(await idsOf('e0', '暮色')).toEqual([id]);
});

test('renaming moves the name, and the other organisation sees nothing', async () => {
  const id = await lead('e1', '旧名科技');
  await world.settle();
  await world.alpha.call('e1', 'PATCH', `/leads/${id}`, { version: 1, company: '新声科技' });
  await world.settle();
  expect(await idsOf('e1', '旧名')).toEqual([]);
  expect(await idsOf('e1', '新声')).toEqual([id]);
  const foreign = await world.beta.call('admin', 'GET', '/search?q=xinsheng');
  expect(foreign.body.groups).toEqual([]);
});

test('a masked phone is found by the whole number only, a hidden one not at all', async () => {
  const id = await lead('marketing', '静水印务', { phone: '13766554433' });
  await world.settle();
  const seenAs = async (right: 'masked' | 'hidden' | null, q: string) =>
    world.alpha.run('marketing', async (step) => {
      const fieldRights: Actor['fieldRights'] = right ? { leads: { phone: right } } : {};
      const actor: Actor = { ...step.actor, fieldRights };
      const answer = await searchEverything({ q, limit: 5 }, { ...step, actor });
      return answer.groups.flatMap((group) => group.items.map((item) => item.id));
    });
  expect(await seenAs(null, '1376')).toEqual([id]);
  expect(await seenAs('masked', '1376')).toEqual([]);
  expect(await seenAs('masked', '4433')).toEqual([]);
  expect(await seenAs('masked', '137 6655 4433')).toEqual([id]);
  expect(await seenAs('hidden', '13766554433')).toEqual([]);
  expect(await seenAs('hidden', '静水')).toEqual([id]);
});

test('the notes beside a name keep field rights', async () => {
  await lead('marketing', '锦程制造', { contactName: '机密人名', region: '苏州' });
  await world.settle();
  const notes = (fieldRights: Record<string, 'hidden'>) =>
    world.alpha.run('marketing', async (step) => {
      const actor = { ...step.actor, fieldRights: { leads: fieldRights } };
      const answer = await searchEverything({ q: '锦程', limit: 5 }, { ...step, actor });
      return answer.groups[0]?.items[0]?.notes;
    });
  expect(await notes({})).toEqual(['机密人名', '苏州']);
  expect(await notes({ contactName: 'hidden' })).toEqual(['苏州']);
});

test('any piece of a visible name finds it, of an invisible one never', async () => {
  const letters = [...'云山海天华中信安科技贸易网络设备AbC9x'];
  const names = fc.sample(fc.string({ unit: fc.constantFrom(...letters), minLength: 4, maxLength: 14 }), {
    numRuns: 40,
    seed: 20_261_121,
  });
  const owners: PersonaKey[] = ['e1', 'e2', 'w1'];
  const made: { id: string; name: string; owner: PersonaKey }[] = [];
  for (const [at, name] of names.entries()) {
    const owner = owners[at % owners.length] ?? 'e1';
    made.push({ id: await lead(owner, name), name, owner });
  }
  await world.settle();
  const sees = (who: PersonaKey, owner: PersonaKey) => who === owner || (who === 'e0' && owner !== 'w1');
  for (const who of ['e1', 'e0', 'w1'] as const)
    for (const { id, name, owner } of made) {
      const chinese = /[\u4e00-\u9fff]{2,}/.exec(name)?.[0];
      for (const piece of [name, chinese?.slice(0, 2), chinese?.slice(-2)].filter(
        (one) => one !== undefined,
      )) {
        const found = await idsOf(who, piece);
        expect(found.length).toBeLessThanOrEqual(20);
        if (!sees(who, owner)) expect(found, `${who} ${piece}`).not.toContain(id);
        else if (found.length < 20) expect(found, `${who} ${piece} of ${name}`).toContain(id);
      }
    }
}, 120_000);

test('beyond the newest the index finds what is rare, for everybody who may see it', async () => {
  await world.alpha.run('admin', ({ tx, actor }) =>
    sql`
      insert into leads (org_id, id, company, company_key, channel, currency, status, owner_id, owner_since, captured_at,
        capture_method, created_at)
      select ${actor.orgId}::uuid, gen_random_uuid(), '批量' || n, '批量' || n, 'website', 'CNY', 'pending',
        ${world.alpha.ids.e1}::uuid, now(), now(), 'manual', now() + n * interval '1 second'
      from generate_series(1, 700) as n`.execute(tx),
  );
  const rare = await lead('e1', '沧海遗珠');
  const pooled = await lead('e1', '沧海明月');
  await world.alpha.call('e1', 'POST', `/leads/${pooled}/release`, { reason: 'noTime' });
  await world.settle();
  await rebuildIndex((work) => world.alpha.run('admin', work));
  for (const who of ['e1', 'e0', 'r0', 'admin'] as const)
    expect((await idsOf(who, '沧海')).sort(), who).toEqual([rare, pooled].sort());
  expect(await idsOf('w1', '沧海')).toEqual([pooled]);
  expect(await find('e1', '批量', 5)).toHaveLength(5);
});

test('the names of records opened before come back, as far as one may still see them', async () => {
  const id = await lead('e1', '过客商贸');
  await world.settle();
  const records = [
    { object: 'leads', id },
    { object: 'nonsense', id },
  ];
  const own = await world.alpha.call('e1', 'POST', '/search/names', { records });
  expect(own.body.items).toEqual([{ object: 'leads', id, title: '过客商贸' }]);
  const other = await world.alpha.call('w1', 'POST', '/search/names', { records });
  expect(other.body.items).toEqual([]);
});

test('a document without its record is noticed, once the index has had its time', async () => {
  const id = newId();
  const offenders = () =>
    world.alpha.run('admin', async ({ tx }) => (await checks[0]?.offenders.execute(tx))?.rows ?? []);
  const forge = (at: Date) =>
    world.alpha.run('admin', async (step) => {
      await announce(step, { type: 'lead.updated', object: 'leads' }, { subject: id, at, data: {} });
      await world.settle();
      await sql`
        insert into search_documents (org_id, object, record_id, title, created_at, tokens)
        values (${step.actor.orgId}::uuid, 'leads', ${id}::uuid, '幽灵', now(), '') on conflict do nothing`.execute(
        step.tx,
      );
    });
  await forge(new Date(Date.now() - 3_600_000));
  expect((await offenders()).map((row) => row.id)).toEqual([id]);
  await forge(new Date());
  expect(await offenders()).toEqual([]);
  await world.settle();
  expect(await find('admin', '幽灵')).toEqual([]);
});

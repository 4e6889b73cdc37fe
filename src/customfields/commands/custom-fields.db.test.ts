import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testWorld, type World } from '#app/testing/world.ts';
import { inTransaction } from '#kernel/db.ts';
import { purgeRetiredFields } from './purge-retired-fields.ts';

let world: World;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(async () => {
  await world.close();
});

interface Sent {
  readonly type: string;
  readonly en: string;
  readonly [more: string]: unknown;
}

async function addField({ type, en, ...more }: Sent) {
  const label = { zh: `${en}字段`, en };
  const made = await world.alpha.call('admin', 'POST', '/custom-fields', {
    object: 'leads',
    type,
    label,
    ...more,
  });
  expect(made.status, made.text).toBe(201);
  return made.body as { id: string; key: string; version: number };
}

let count = 0;
function addLead(custom: Record<string, unknown>, who: 'e1' | 'w1' = 'e1') {
  count += 1;
  return world.alpha.call(who, 'POST', '/leads', { company: `字段客户${count}`, channel: 'website', custom });
}

const search = (body: object, who: 'e1' | 'admin' = 'e1') =>
  world.alpha.call(who, 'POST', '/leads/search', body);
const rule = (field: string, operator: string, value?: unknown) => ({
  filter: { combinator: 'and', rules: [{ field, operator, value }] },
});
const catalogueOf = async (who: 'e1' | 'admin' = 'e1') => {
  const answer = await world.alpha.call(who, 'GET', '/catalogue');
  return answer.body.objects.find((one: { object: string }) => one.object === 'leads').fields;
};

test('a name like a system column or a JavaScript property is refused', async () => {
  for (const key of [
    'owner_id',
    'toString',
    '__proto__',
    'constructor',
    'company',
    'created_at',
    "a'b",
    'id',
  ]) {
    const answer = await world.alpha.call('admin', 'POST', '/custom-fields', {
      object: 'leads',
      type: 'text',
      label: { zh: '甲', en: 'A' },
      key,
    });
    expect(answer.status, key).toBe(422);
    expect(answer.body.errors[0].field).toBe('key');
  }
  const system = { object: 'users', type: 'text', label: { zh: '甲', en: 'A' } };
  expect((await world.alpha.call('admin', 'POST', '/custom-fields', system)).status).toBe(422);
  const same = { object: 'leads', type: 'text', label: { zh: '公司', en: 'Firm' } };
  expect((await world.alpha.call('admin', 'POST', '/custom-fields', same)).status).toBe(422);
  for (const who of ['e1', 'e0', 'marketing', 'auditor'] as const)
    expect((await world.alpha.call(who, 'GET', '/custom-fields')).status, who).toBe(403);
});

test('every type is at once in catalogue, form, list, filter and sort', async () => {
  const choices = [
    { key: 'hot', label: { zh: '热', en: 'Hot' } },
    { key: 'cold', label: { zh: '冷', en: 'Cold' } },
  ];
  const cases = [
    { type: 'text', value: '甲等', rule: ['contains', '甲'] },
    { type: 'longText', value: '第一行\n第二行', rule: ['contains', '第二'] },
    { type: 'number', value: '12.5', rule: ['>', '12'] },
    { type: 'money', value: '860000.00', rule: ['between', ['800000', '900000']] },
    { type: 'date', value: '2026-11-21', rule: ['=', '2026-11-21'] },
    { type: 'datetime', value: '2026-11-21T08:00:00.000Z', rule: ['<', '2026-12-01'] },
    { type: 'choice', value: 'hot', rule: ['in', ['hot']], choices },
    { type: 'multiChoice', value: ['cold', 'hot'], rule: ['in', ['cold']], choices },
    { type: 'user', value: world.alpha.ids.e2, rule: ['=', world.alpha.ids.e2] },
    { type: 'phone', value: '+8613812345678', rule: ['contains', '1381234'] },
    { type: 'email', value: 'li@example.cn', rule: ['=', 'LI@example.cn'] },
    { type: 'url', value: 'https://example.cn/a', rule: ['contains', 'example'] },
    { type: 'checkbox', value: true, rule: ['=', true] },
  ];
  const keys: string[] = [];
  for (const { type, choices: offered } of cases)
    keys.push((await addField({ type, en: `Field ${type}`, ...(offered ? { choices: offered } : {}) })).key);
  const custom = Object.fromEntries(cases.map(({ value }, at) => [keys[at], value]));
  const made = await addLead(custom);
  expect(made.status, made.text).toBe(201);
  const fields = await catalogueOf();
  for (const [at, { type, value, rule: asked }] of cases.entries()) {
    const key = `custom.${keys[at]}`;
    expect(
      fields.find((one: { key: string }) => one.key === key),
      type,
    ).toMatchObject({ type, right: 'edit' });
    const found = await search(rule(key, String(asked[0]), asked[1]));
    expect(found.status, `${type} ${found.text}`).toBe(200);
    expect(
      found.body.items.map((row: { id: string }) => row.id),
      type,
    ).toEqual([made.body.id]);
    expect(found.body.items[0].custom[keys[at] ?? ''], type).toEqual(value);
    if (fields.find((one: { key: string; sort?: boolean }) => one.key === key).sort)
      expect((await search({ sort: `-${key}` })).status, type).toBe(200);
    if (type === 'user') expect(found.body.names[String(value)]).toBe('Alpha e2');
  }
  const audit = await world.alpha.run('admin', ({ tx }) =>
    sql`select 1 from events where object = 'customFields' and type = 'custom_field.created'`.execute(tx),
  );
  expect(audit.rows.length).toBe(cases.length);
});

test('values that do not fit are refused by field, and so are strangers in a people field', async () => {
  const person = await addField({ type: 'user', en: 'Helper' });
  const budget = await addField({ type: 'money', en: 'Budget size' });
  const bad = async (custom: Record<string, unknown>) => {
    const answer = await addLead(custom);
    expect(answer.status, JSON.stringify(custom)).toBe(422);
    return answer.body.errors[0];
  };
  expect(await bad({ [budget.key]: 'viel' })).toMatchObject({
    field: `custom.${budget.key}`,
    code: 'not_valid',
  });
  expect(await bad({ [person.key]: world.beta.ids.e1 })).toMatchObject({ code: 'unknown_reference' });
  expect(await bad({ nobody_knows: 1 })).toMatchObject({ code: 'unknown_field' });
  expect(await bad({ toString: 'x' })).toMatchObject({ code: 'unknown_field' });
  const made = await addLead({ [person.key]: world.alpha.ids.w1 });
  const changed = await world.alpha.call('e1', 'PATCH', `/leads/${made.body.id}`, {
    version: 1,
    custom: { [person.key]: world.beta.ids.e1 },
  });
  expect(changed.body.errors[0].code).toBe('unknown_reference');
});

test('a required field is required of new records, by the API as well', async () => {
  const field = await addField({ type: 'text', en: 'Must have', required: true });
  const without = await addLead({});
  expect(without.status).toBe(422);
  expect(without.body.errors).toContainEqual(
    expect.objectContaining({ field: `custom.${field.key}`, code: 'required' }),
  );
  const made = await addLead({ [field.key]: '有' });
  expect(made.status).toBe(201);
  const emptied = await world.alpha.call('e1', 'PATCH', `/leads/${made.body.id}`, {
    version: 1,
    custom: { [field.key]: '' },
  });
  expect(emptied.status).toBe(422);
  await world.alpha.call('admin', 'PATCH', `/custom-fields/${field.id}`, { version: 1, required: false });
  expect((await addLead({})).status).toBe(201);
});

test('field rights and audit hold for a custom field', async () => {
  const field = await addField({ type: 'text', en: 'Secret note' });
  const key = `custom.${field.key}`;
  const made = await addLead({ [field.key]: '机密内容' });
  await world.alpha.call('e1', 'PATCH', `/leads/${made.body.id}`, {
    version: 1,
    custom: { [field.key]: '机密改过' },
  });
  const facts = await world.alpha.run('admin', ({ tx }) =>
    sql<{
      changes: object;
    }>`select changes from events where subject_id = ${made.body.id}::uuid and type = 'lead.updated'`.execute(
      tx,
    ),
  );
  expect(facts.rows[0]?.changes).toEqual({ [key]: ['机密内容', '机密改过'] });
  const { runList } = await import('#kernel/lists.ts');
  const { leadObject } = await import('#leads/fields.ts');
  await world.alpha.run('e1', async (step) => {
    const actor = { ...step.actor, fieldRights: { leads: { [key]: 'hidden' as const } } };
    const hidden = { ...step, actor };
    const query = { limit: 50, total: 'true' as const };
    const page = await runList({ definition: leadObject }, query, hidden);
    expect(JSON.stringify(page)).not.toContain('机密');
    const asked = { ...query, filter: { field: key, operator: 'contains' as const, value: '机' } };
    await expect(runList({ definition: leadObject }, asked, hidden)).rejects.toMatchObject({
      code: 'bad_input',
    });
  });
});

test('a choice keeps its records when renamed and cannot go while one has it', async () => {
  const label = (zh: string, en: string) => ({ zh, en });
  const field = await addField({
    type: 'multiChoice',
    en: 'Needs list',
    choices: [{ label: label('快', 'Fast') }, { label: label('省', 'Cheap') }],
  });
  await addLead({ [field.key]: ['fast'] });
  const change = (version: number, choices: object[]) =>
    world.alpha.call('admin', 'PATCH', `/custom-fields/${field.id}`, { version, choices });
  const renamed = await change(1, [
    { key: 'fast', label: label('很快', 'Very fast') },
    { key: 'cheap', label: label('省', 'Cheap') },
  ]);
  expect(renamed.body).toEqual({ id: field.id, version: 2 });
  const refused = await change(2, [{ key: 'cheap', label: label('省', 'Cheap') }]);
  expect(refused.status).toBe(409);
  expect(refused.body).toMatchObject({ code: 'choice_in_use', detail: { n: 1 } });
  expect((await change(2, [{ key: 'fast', label: label('很快', 'Very fast') }])).status).toBe(200);
  expect((await change(2, [{ key: 'fast', label: label('快', 'Fast') }])).status).toBe(409);
});

test('a retired field is gone everywhere, comes back with its values, and after thirty days they are gone', async () => {
  const field = await addField({ type: 'text', en: 'Short lived' });
  const key = `custom.${field.key}`;
  const made = await addLead({ [field.key]: '会过去' });
  const retired = await world.alpha.call('admin', 'POST', `/custom-fields/${field.id}/retire`);
  expect(retired.status).toBe(200);
  expect(JSON.stringify(await catalogueOf())).not.toContain(key);
  expect((await search(rule(key, 'contains', '会'))).status).toBe(422);
  expect((await addLead({ [field.key]: 'x' })).status).toBe(422);
  const again = { object: 'leads', type: 'text', label: { zh: '又来', en: 'Again' }, key: field.key };
  expect((await world.alpha.call('admin', 'POST', '/custom-fields', again)).status).toBe(422);

  await world.alpha.call('admin', 'POST', `/custom-fields/${field.id}/restore`);
  const back = await search(rule(key, 'contains', '会'));
  expect(back.body.items.map((row: { id: string }) => row.id)).toEqual([made.body.id]);

  await world.alpha.call('admin', 'POST', `/custom-fields/${field.id}/retire`);
  const purge = () =>
    purgeRetiredFields((work) => world.alpha.run('admin', (step) => work({ ...step, source: 'system' })));
  expect(await purge()).toBe(0);
  await inTransaction(world.database, world.alpha.id, (tx) =>
    sql`update custom_fields set retired_at = now() - interval '31 days' where id = ${field.id}::uuid`.execute(
      tx,
    ),
  );
  expect(await purge()).toBe(1);
  const left = await world.alpha.run('admin', ({ tx }) =>
    sql`select 1 from leads where custom ? ${field.key}`.execute(tx),
  );
  expect(left.rows).toEqual([]);
  expect((await world.alpha.call('admin', 'POST', '/custom-fields', again)).status).toBe(201);
});

test('two admins adding the same field at once: one of them is told', async () => {
  const body = { object: 'accounts', type: 'text', label: { zh: '并发', en: 'At once' }, key: 'at_once' };
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => world.alpha.call('admin', 'POST', '/custom-fields', body)),
  );
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 422)).toHaveLength(5);
});

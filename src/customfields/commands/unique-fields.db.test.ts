import { afterAll, beforeAll, expect, test } from 'vitest';
import { importDesk, startWorkers } from '#app/testing/import-desk.ts';
import { expectNoOffenders } from '#app/testing/oracle.ts';
import { testWorld, type World } from '#app/testing/world.ts';

let world: World;
let field: { id: string; key: string; version: number };
beforeAll(async () => {
  world = await testWorld();
  field = await addField('Bank number', { unique: true });
});
afterAll(async () => {
  await world.settle();
  await expectNoOffenders(world);
  await world.close();
});

async function addField(en: string, more: object = {}) {
  const body = { object: 'leads', type: 'text', label: { zh: `${en}字段`, en }, ...more };
  const made = await world.alpha.call('admin', 'POST', '/custom-fields', body);
  expect(made.status, made.text).toBe(201);
  return made.body as typeof field;
}

let count = 0;
function addLead(value: string | undefined, key = field.key, company = world.alpha) {
  count += 1;
  const custom = value === undefined ? {} : { [key]: value };
  return company.call('e1', 'POST', '/leads', { company: `唯一客户${count}`, channel: 'website', custom });
}
const total = async (value: string) => {
  const rule = { field: `custom.${field.key}`, operator: '=', value };
  const body = { filter: { combinator: 'and', rules: [rule] } };
  return (await world.alpha.call('admin', 'POST', '/leads/search', body)).body.total;
};
const expectRefused = (answer: { status: number; body: unknown }) =>
  expect(answer).toMatchObject({
    status: 409,
    body: { code: 'not_unique', errors: [{ field: `custom.${field.key}`, code: 'not_unique' }] },
  });

test('of fifty who create the same value at once one comes through, and the others read which field', async () => {
  const answers = await Promise.all(Array.from({ length: 50 }, () => addLead('6222 0001')));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  for (const answer of answers.filter(({ status }) => status !== 201)) expectRefused(answer);
  expect(await total('6222 0001')).toBe(1);
});

test('empty values are no values, letters may be large or small, and another company is another world', async () => {
  for (let n = 0; n < 3; n += 1) expect((await addLead(undefined)).status).toBe(201);
  expect((await addLead('abc')).status).toBe(201);
  expectRefused(await addLead('ABC'));
  const long = '长'.repeat(400);
  const first = await addLead(long);
  if (first.status === 201) expectRefused(await addLead(long));
  else expect(first.status).toBe(422);
  const label = { zh: '银行号', en: 'Bank number' };
  const body = { object: 'leads', type: 'text', label, unique: true };
  const theirs = await world.beta.call('admin', 'POST', '/custom-fields', body);
  expect((await addLead('abc', theirs.body.key, world.beta)).status).toBe(201);
});

test('a change, a bulk change and a return from the bin meet it as well', async () => {
  const one = (await addLead('U-1')).body;
  const other = (await addLead('U-2')).body;
  const change = { version: 1, custom: { [field.key]: 'U-1' } };
  expectRefused(await world.alpha.call('e1', 'PATCH', `/leads/${other.id}`, change));
  expect((await world.alpha.call('admin', 'DELETE', `/leads/${one.id}`)).status).toBeLessThan(300);
  expect((await world.alpha.call('e1', 'PATCH', `/leads/${other.id}`, change)).status).toBe(200);
  expectRefused(await world.alpha.call('admin', 'POST', `/leads/${one.id}/restore`, {}));
  expect(await total('U-1')).toBe(1);
});

test('an import leaves out what is taken, in the file and in the system, and the rest goes in', async () => {
  await addLead('I-1');
  const workers = await startWorkers(world);
  const desk = await importDesk(world, 'admin');
  const lines = ['甲一,I-1', '甲二,I-2', '甲三,I-2', '甲四,I-4', '甲五,'];
  const opened = await desk.open(`公司,Bank number\n${lines.join('\n')}\n`, 'unique.csv');
  const at = opened.plan.fields.length - 1;
  const fields = opened.plan.fields.map((one: string | null, n: number) =>
    n === at ? `custom.${field.key}` : one,
  );
  await desk.check(opened.id, { fields });
  const done = await desk.run(opened.id);
  await workers.stop();
  expect(done).toMatchObject({ status: 'done', processed: 5, created: 3, skipped: 2, failed: 0 });
  for (const value of ['I-1', 'I-2', 'I-4']) expect(await total(value), value).toBe(1);
});

test('what shares a value already cannot become unique; a retired field binds nobody', async () => {
  const code = await addField('Code');
  for (let n = 0; n < 2; n += 1) expect((await addLead('same', code.key)).status).toBe(201);
  const set = { version: 1, unique: true };
  const refused = await world.alpha.call('admin', 'PATCH', `/custom-fields/${code.id}`, set);
  expect(refused).toMatchObject({ status: 409, body: { code: 'shared_values' } });
  expect((await addLead('same', code.key)).status).toBe(201);

  const shown = await world.alpha.call('admin', 'GET', '/custom-fields');
  const mine = shown.body.items.find((one: { id: string }) => one.id === field.id);
  expect(mine).toMatchObject({ unique: true });
  const retired = await world.alpha.call('admin', 'POST', `/custom-fields/${field.id}/retire`, {});
  expect(retired.status).toBe(200);
  const back = await world.alpha.call('admin', 'POST', `/custom-fields/${field.id}/restore`, {});
  expect(back.status).toBe(200);
  expectRefused(await addLead('abc'));
  const off = { version: back.body.version, unique: false };
  expect((await world.alpha.call('admin', 'PATCH', `/custom-fields/${field.id}`, off)).status).toBe(200);
  expect((await addLead('abc')).status).toBe(201);
});

test('only short values that name something can be unique', async () => {
  const label = { zh: '备考', en: 'Remark' };
  for (const type of ['longText', 'checkbox', 'date']) {
    const body = { object: 'leads', type, label, unique: true };
    const answer = await world.alpha.call('admin', 'POST', '/custom-fields', body);
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ field: 'unique' }] } });
  }
});

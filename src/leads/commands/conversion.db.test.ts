import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectNoOffenders } from '#app/testing/oracle.ts';
import { testWorld, type World } from '#app/testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(async () => {
  await world.settle();
  await expectNoOffenders(world);
  await world.close();
});

const call: World['alpha']['call'] = (...args) => world.alpha.call(...args);
let phone = 13_500_000_000;

async function lead(more: Record<string, unknown> = {}): Promise<string> {
  phone += 1;
  const body = {
    company: `转化 ${phone}`,
    contactName: '王工',
    phone: String(phone),
    channel: 'website',
    ...more,
  };
  const answer = await call('e1', 'POST', '/leads', body);
  expect(answer.status, answer.text).toBe(201);
  return answer.body.id;
}
const get = async (id: string) => (await call('e1', 'GET', `/leads/${id}`)).body;
const note = (id: string, more: Record<string, unknown> = {}) =>
  call('e1', 'POST', '/activities', {
    ...{ subjectObject: 'leads', subjectId: id, kind: 'note', content: '客户想先看一下样机再说' },
    ...more,
  });

test('asked twice, also at the same moment, a lead becomes one account, one contact, one deal', async () => {
  const id = await lead();
  const body = { opportunity: { name: '样机', amount: '1000.00' } };
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => call('e1', 'POST', `/leads/${id}/convert`, body)),
  );
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200));
  const made = new Set(
    answers.map(({ body: one }) => `${one.accountId} ${one.contactId} ${one.opportunityId}`),
  );
  expect(made.size).toBe(1);
});

test('the same person is not made twice: by phone within the account, chosen, or a new one when asked for', async () => {
  const first = await lead();
  const made = (await call('e1', 'POST', `/leads/${first}/convert`, {})).body;
  const { lead: before } = await get(first);
  const colleague = await lead({
    company: before.company,
    contactName: '李工',
    phone: null,
    email: 'li@kehu.cn',
  });
  const preview = (await call('e1', 'GET', `/leads/${colleague}/conversion`)).body;
  expect(preview.matches).toMatchObject([{ id: made.accountId, reason: 'name', linkable: true }]);
  const linked = await call('e1', 'POST', `/leads/${colleague}/convert`, {
    accountId: made.accountId,
    contactId: made.contactId,
  });
  expect(linked.body).toMatchObject({ accountId: made.accountId, contactId: made.contactId });
  const again = await lead({ company: before.company, contactName: '王工', phone: null });
  const auto = await call('e1', 'POST', `/leads/${again}/convert`, { accountId: made.accountId });
  expect(auto.body.contactId).toBe(made.contactId);
  const forced = await lead({ company: before.company, contactName: '王工', phone: null });
  const fresh = await call('e1', 'POST', `/leads/${forced}/convert`, {
    accountId: made.accountId,
    contactId: null,
  });
  expect(fresh.body.contactId).not.toBe(made.contactId);
});

test('an account of somebody else is named but not linkable, and a contact must belong to the account', async () => {
  const theirs = await call('w1', 'POST', '/accounts', { name: '西区独有公司', channel: 'website' });
  const id = await lead({ company: '西区独有公司' });
  const { matches } = (await call('e1', 'GET', `/leads/${id}/conversion`)).body;
  expect(matches).toMatchObject([
    { id: theirs.body.id, name: '西**', ownerName: 'Alpha w1', linkable: false },
  ]);
  expect((await call('e1', 'POST', `/leads/${id}/convert`, { accountId: theirs.body.id })).status).toBe(404);
});

test('what has no place on the account stays on the lead, which is read-only and listed', async () => {
  const id = await lead({ note: '要两台', staffCount: 120 });
  expect((await call('e1', 'GET', `/leads/${id}/conversion`)).body.kept).toEqual(['staffCount', 'note']);
  await call('e1', 'POST', `/leads/${id}/convert`, {});
  const { lead: row, may } = await get(id);
  expect(row).toMatchObject({ status: 'converted', note: '要两台', staffCount: 120 });
  expect(may).toMatchObject({ edit: false, convert: false, undoConversion: true });
  const change = { version: row.version, note: '改' };
  expect((await call('e1', 'PATCH', `/leads/${id}`, change)).body.code).toBe('wrong_state');
  const filter = { field: 'status', operator: '=', value: 'converted' };
  const listed = (await call('e1', 'POST', '/leads/search', { filter })).body.items;
  expect(listed.some((one: { id: string }) => one.id === id)).toBe(true);
});

test('taken back within a day: what was made is in the bin, the activities and the plan are the lead’s again', async () => {
  const id = await lead();
  await note(id, { nextContactAt: new Date(Date.now() + 86_400_000).toISOString() });
  await world.settle();
  const body = { opportunity: { name: '样机', amount: '1000.00' } };
  const made = (await call('e1', 'POST', `/leads/${id}/convert`, body)).body;
  expect((await call('e1', 'POST', `/leads/${id}/undo-conversion`, {})).status).toBe(200);
  for (const path of [
    `accounts/${made.accountId}`,
    `contacts/${made.contactId}`,
    `opportunities/${made.opportunityId}`,
  ])
    expect((await call('e1', 'GET', `/${path}`)).status, path).toBe(404);
  await world.settle();
  const { lead: row } = await get(id);
  expect(row).toMatchObject({ status: 'following', accountId: null, opportunityId: null });
  expect(row.nextContactAt).not.toBeNull();
  const links = await world.alpha.run('admin', ({ tx }) =>
    sql<{ about: string[] }>`select about from activities where subject_id = ${id}::uuid`.execute(tx),
  );
  expect(links.rows.map(({ about }) => about)).toEqual([[id]]);
  expect((await call('e1', 'POST', `/leads/${id}/undo-conversion`, {})).body.code).toBe('not_converted');
  expect((await call('e1', 'POST', `/leads/${id}/convert`, body)).status).toBe(200);
});

test('not taken back once something hangs on it, or after a day', async () => {
  const id = await lead();
  const { accountId } = (await call('e1', 'POST', `/leads/${id}/convert`, {})).body;
  await call('e1', 'POST', '/opportunities', { accountId, name: '新商机', amount: '1.00' });
  const refused = await call('e1', 'POST', `/leads/${id}/undo-conversion`, {});
  expect(refused.body).toMatchObject({ code: 'in_use' });
  expect(refused.body.title).toContain('opportunities 1');
  const old = await lead();
  await call('e1', 'POST', `/leads/${old}/convert`, {});
  await world.alpha.run('admin', ({ tx }) =>
    sql`update lead_conversions set at = at - interval '25 hours' where lead_id = ${old}::uuid`.execute(tx),
  );
  expect((await call('e1', 'POST', `/leads/${old}/undo-conversion`, {})).body.code).toBe('too_late');
});

test('a linked account stays when the conversion is taken back', async () => {
  const account = (await call('e1', 'POST', '/accounts', { name: '老客户公司', channel: 'website' })).body;
  const id = await lead();
  await call('e1', 'POST', `/leads/${id}/convert`, { accountId: account.id });
  await note(account.id, { subjectObject: 'accounts', subjectId: account.id });
  expect((await call('e1', 'POST', `/leads/${id}/undo-conversion`, {})).status).toBe(200);
  expect((await call('e1', 'GET', `/accounts/${account.id}`)).status).toBe(200);
});

test('only what reaches somebody counts as a follow-up', async () => {
  const id = await lead();
  const effective = async () => {
    await world.settle();
    return (await get(id)).lead.lastEffectiveAt;
  };
  await note(id, { content: '打过了' });
  await note(id, { kind: 'call', content: undefined, result: 'noAnswer' });
  await note(id, { kind: 'message', content: '您好，资料发您了', result: undefined });
  expect(await effective()).toBeNull();
  await note(id, { kind: 'call', content: '聊了十分钟', result: 'later' });
  expect(await effective()).not.toBeNull();
});

test('a nurtured lead is planned again and again until somebody answers that he wants to talk', async () => {
  const id = await lead();
  expect((await call('e1', 'POST', `/leads/${id}/nurture`, { days: 30 })).status).toBe(200);
  await world.settle();
  const planned = (await get(id)).lead;
  expect(planned.nurtureDays).toBe(30);
  const days = (new Date(planned.nextContactAt).getTime() - Date.now()) / 86_400_000;
  expect(days).toBeGreaterThan(28.5);
  expect(days).toBeLessThan(30.7);
  const filter = { field: 'nurtureSince', operator: 'notEmpty', value: null };
  expect((await call('e1', 'POST', '/leads/search', { filter })).body.items).toHaveLength(1);
  await note(id, { kind: 'call', content: '还没预算', result: 'later' });
  await world.settle();
  await world.settle();
  expect((await get(id)).lead).toMatchObject({ nurtureDays: 30 });
  expect((await get(id)).lead.nextContactAt).not.toBeNull();
  await note(id, { kind: 'call', content: '预算批了，要报价', result: 'interested' });
  await world.settle();
  expect((await get(id)).lead.nurtureSince).toBeNull();
});

import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Answer, testWorld, type World } from '#app/testing/world.ts';
import { newProof, type Proof } from '#kernel/proof-of-work.ts';
import { setVisitLimit } from '#kernel/visit-limits.ts';
import { hookSignature } from '#kernel/web-hooks.ts';

let world: World;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(async () => {
  await world.close();
});

const both = (text: string) => ({ zh: text, en: text });
const plainForm = {
  name: '官网预约演示',
  fields: [
    { key: 'contactName', label: both('姓名'), required: true },
    { key: 'phone', label: both('手机'), required: true },
    { key: 'company', label: both('公司'), required: false },
  ],
  texts: { title: both('预约演示'), intro: both(''), button: both('提交'), thanks: both('谢谢') },
  consent: { zh: '同意隐私政策', en: 'I agree' },
  ...{
    redirectUrl: null,
    channel: 'exhibition',
    campaign: '秋季展会',
    ownerId: null,
    poolId: null,
    endsAt: null,
  },
  ...{ oncePerDevice: false, origins: ['https://shop.example.cn'] },
};

async function newForm(change: Record<string, unknown> = {}): Promise<{ id: string; address: string }> {
  const made = await world.alpha.call('marketing', 'POST', '/capture-forms', { ...plainForm, ...change });
  expect([made.status, made.text]).toEqual([201, expect.any(String)]);
  return made.body;
}

/** Solved at once: the task is made here with a known answer, and signed as the server signs. */
async function solved(address: string, ageMs = 10_000) {
  const challenge = await newProof(address, new Date(Date.now() - ageMs), 7);
  const solution = await solveChallenge({ challenge, deriveKey, counterStart: 7 });
  return { challenge, solution };
}

async function send(
  address: string,
  values: Record<string, unknown>,
  more: Record<string, unknown> = {},
  headers = {},
) {
  const body = { values, consentVersion: 1, proof: await solved(address), ...more };
  return world.alpha.call(null, 'POST', `/form-pages/${address}`, body, headers);
}

const leadsWith = (mobile: string) =>
  rows(sql`
    select id, company, contact_name as "contactName", channel, campaign, class, status, owner_id as "ownerId"
    from leads where phone = ${`+86${mobile}`} and deleted_at is null`);

const rows = (statement: ReturnType<typeof sql>) =>
  world.alpha
    .run('admin', ({ tx }) => statement.execute(tx))
    .then((found) => found.rows as Record<string, unknown>[]);

test('a visitor who really works for it becomes a lead with channel, campaign, clicks and the words he agreed to', async () => {
  const { address } = await newForm();
  const page = await world.alpha.call(null, 'GET', `/form-pages/${address}`);
  expect(page.body).toMatchObject({
    state: 'open',
    form: { consent: { version: 1 }, texts: plainForm.texts },
  });
  const challenge = page.body.proof as Proof;
  const solution = await solveChallenge({ challenge, deriveKey });
  await new Promise((resume) => setTimeout(resume, 2_600));
  const values = {
    contactName: '李雷',
    phone: '139 0000 1111',
    company: '雷霆科技有限公司',
    ownerId: world.alpha.ids.e1,
  };
  const lastClick = { source: 'baidu', medium: 'cpc', referrer: 'https://www.baidu.com/' };
  const proof = { challenge, solution };
  const sent = { values, consentVersion: 1, proof, lastClick, firstClick: { source: 'weixin' } };
  const answer = await world.alpha.call(null, 'POST', `/form-pages/${address}`, sent);
  expect([answer.status, answer.body]).toEqual([202, { state: 'received' }]);
  await world.settle();
  const [lead] = await leadsWith('13900001111');
  expect(lead).toMatchObject({
    channel: 'exhibition',
    campaign: '秋季展会',
    contactName: '李雷',
    ownerId: null,
  });
  const came = await world.alpha.call('marketing', 'GET', `/leads/${lead?.id}/capture`);
  expect(came.body).toMatchObject({
    method: 'form',
    touches: [
      {
        ...{ via: '官网预约演示', channel: 'exhibition', lastClick, firstClick: { source: 'weixin' } },
        consent: { version: 1, text: plainForm.consent },
      },
    ],
    raw: { payload: { values: { phone: '139 0000 1111' } } },
  });
  expect(JSON.stringify(came.body.raw)).not.toContain('ownerId');
}, 60_000);

test('twenty deliveries of one submission and five hundred of one phone are one lead with its touches', async () => {
  const { id, address } = await newForm({ name: '洪水' });
  const proof = await solved(address);
  const values = { contactName: '韩梅梅', phone: '13900002222' };
  const answers = await Promise.all(
    Array.from({ length: 20 }, () =>
      world.alpha.call(null, 'POST', `/form-pages/${address}`, { values, consentVersion: 1, proof }),
    ),
  );
  expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
  const proofs = await Promise.all(Array.from({ length: 60 }, () => solved(address)));
  await Promise.all(
    proofs.map((one) =>
      world.alpha.call(null, 'POST', `/form-pages/${address}`, { values, consentVersion: 1, proof: one }),
    ),
  );
  await world.settle();
  expect(await leadsWith('13900002222')).toHaveLength(1);
  const counted = await rows(sql`
    select count(*) filter (where outcome = 'created') as created, count(*) filter (where outcome = 'touched') as touched
    from capture_submissions where origin_id = ${id}::uuid`);
  expect(counted).toEqual([{ created: 1, touched: 60 }]);
});

test('known or new, good or suspicious: the same answer; what is suspicious is kept aside and can be taken in after all', async () => {
  const { id, address } = await newForm({ name: '先知' });
  await send(address, { contactName: '老客户', phone: '13900003333' });
  await world.settle();
  const answers: Answer[] = [
    await send(address, { contactName: '老客户', phone: '13900003333' }),
    await send(address, { contactName: '新人', phone: '13900003334' }),
    await send(address, { contactName: '机器人', phone: '13900003335' }, { website: 'http://spam' }),
    await send(address, { contactName: '太快', phone: '13900003336' }, { proof: await solved(address, 100) }),
    await send(
      address,
      { contactName: '别的表单', phone: '13900003337' },
      { proof: await solved('x'.repeat(24)) },
    ),
    await send(address, { contactName: '没同意', phone: '13900003338' }, { consentVersion: null }),
    await send(address, { contactName: '坏号码', phone: 'abc' }),
  ];
  expect(new Set(answers.map((one) => `${one.status} ${one.text}`))).toEqual(
    new Set(['202 {"state":"received"}']),
  );
  await world.settle();
  const kept = await rows(
    sql`select reason from capture_submissions where origin_id = ${id}::uuid and state = 'rejected' order by reason`,
  );
  expect(kept.map(({ reason }) => reason)).toEqual(
    ['bad_values', 'consent_missing', 'filled_trap', 'too_fast', 'unproven'].sort(),
  );
  const inbox = await world.alpha.call(
    'marketing',
    'GET',
    `/capture-submissions?q=${encodeURIComponent('坏号码')}`,
  );
  const one = inbox.body.items[0];
  const replay = (values?: unknown) =>
    world.alpha.call('marketing', 'POST', `/capture-submissions/${one.id}/replay`, values ? { values } : {});
  expect((await replay()).status).toBe(422);
  const taken = await replay({ contactName: '好号码', phone: '13900003339' });
  expect(taken.body).toMatchObject({ outcome: 'created' });
  expect(await leadsWith('13900003339')).toHaveLength(1);
  expect((await replay()).body.code).toBe('not_kept_aside');
  expect((await world.alpha.call('e1', 'GET', '/capture-submissions')).status).toBe(403);
});

test('an ended form creates nothing, a device counts once where one says so, a foreign page is refused', async () => {
  const ended = await newForm({ name: '结束', endsAt: '2020-01-01T00:00:00Z' });
  expect((await world.alpha.call(null, 'GET', `/form-pages/${ended.address}`)).body).toEqual({
    ...{ state: 'ended', form: null, proof: null },
  });
  expect((await send(ended.address, { contactName: '晚', phone: '13900004441' })).body).toEqual({
    state: 'ended',
  });
  const once = await newForm({ name: '一机一次', oncePerDevice: true });
  for (const phone of ['13900004442', '13900004443'])
    await send(once.address, { contactName: '设备', phone }, { device: 'device-1' });
  await world.settle();
  const states = await rows(sql`
    select state, reason from capture_submissions where origin_id in (${ended.id}::uuid, ${once.id}::uuid) order by state`);
  expect(states).toEqual([
    { state: 'accepted', reason: null },
    { state: 'rejected', reason: 'same_device' },
  ]);
  const foreign = await send(
    once.address,
    { contactName: '外', phone: '13900004444' },
    {},
    { origin: 'https://evil.example' },
  );
  expect([foreign.status, foreign.body.code]).toEqual([403, 'foreign_origin']);
  const embedded = await send(
    once.address,
    { contactName: '内', phone: '13900004445' },
    {},
    { origin: 'https://shop.example.cn' },
  );
  expect(embedded.status).toBe(202);
});

test('what a stranger slips in has no effect, and one address cannot flood a form', async () => {
  const { address } = await newForm({ name: '夹带' });
  const values = {
    contactName: '夹带',
    phone: '13900005551',
    status: 'converted',
    poolId: 'x',
    class: 'A',
    channel: 'search',
  };
  expect((await send(address, values)).status).toBe(202);
  expect((await send(address, values, { orgId: world.beta.id })).status).toBe(422);
  await world.settle();
  expect((await leadsWith('13900005551'))[0]).toMatchObject({
    status: 'unassigned',
    channel: 'exhibition',
    class: null,
  });
  setVisitLimit(3);
  const answers = [];
  for (let n = 0; n < 5; n += 1) answers.push((await send(address, values)).status);
  setVisitLimit(0);
  expect(answers).toEqual([202, 202, 202, 429, 429]);
  expect((await world.alpha.call(null, 'GET', `/form-pages/${'z'.repeat(24)}`)).status).toBe(404);
});

test('a web hook takes what is signed just now, once; anything else gets the same 401', async () => {
  const made = await world.alpha.call('marketing', 'POST', '/capture-sources', {
    ...{ name: '百度推广', kind: 'webhook', channel: 'search', campaign: null, ownerId: null, poolId: null },
    mapping: [
      { path: 'user.name', field: 'contactName' },
      { path: 'user.mobile', field: 'phone' },
      { path: 'items.0.company', field: 'company' },
    ],
  });
  const { id, address, secret } = made.body;
  const payload = JSON.stringify({
    user: { name: '王五', mobile: '13900006661' },
    items: [{ company: '五金制造' }],
    score: 9,
  });
  const hook = (
    change: { id?: string; at?: number; key?: string; to?: string; body?: string; sign?: string } = {},
  ) => {
    const message = change.id ?? 'm-1';
    const timestamp = String(change.at ?? Math.floor(Date.now() / 1_000));
    return world.alpha.call(null, 'POST', `/hooks/${change.to ?? address}`, change.body ?? payload, {
      ...{ 'webhook-id': message, 'webhook-timestamp': timestamp },
      'webhook-signature': change.sign ?? hookSignature(change.key ?? secret, message, timestamp, payload),
    });
  };
  const storm = await Promise.all(Array.from({ length: 20 }, () => hook()));
  expect(storm.map(({ status }) => status)).toEqual(Array(20).fill(202));
  expect(storm.filter(({ body }) => body.state === 'received')).toHaveLength(1);
  await world.settle();
  const [lead] = await leadsWith('13900006661');
  expect(lead).toMatchObject({ company: '五金制造', contactName: '王五', channel: 'search' });
  const came = await world.alpha.call('admin', 'GET', `/leads/${lead?.id}/capture`);
  expect(came.body).toMatchObject({ method: 'webhook', raw: { payload: { score: 9 } } });
  expect((await world.alpha.call('e0', 'GET', `/leads/${lead?.id}/capture`)).body.raw ?? null).toBeNull();
  const old = Math.floor(Date.now() / 1_000) - 301;
  const refused = [
    await hook({ id: 'm-2', at: old }),
    await hook({ id: 'm-2', key: `whsec_${'A'.repeat(43)}=` }),
    await hook({ id: 'm-2', body: `${payload} ` }),
    await hook({ id: 'm-2', sign: '' }),
    await hook({ id: 'm-2', to: 'y'.repeat(24) }),
  ];
  expect(refused.map(({ status, body }) => [status, body.code])).toEqual(Array(5).fill([401, 'not_signed']));
  const rotated = await world.alpha.call('marketing', 'POST', `/capture-sources/${id}/secret`);
  expect((await hook({ id: 'm-3' })).status).toBe(401);
  expect((await hook({ id: 'm-3', key: rotated.body.secret })).status).toBe(202);
  const shown = await world.alpha.call('admin', 'GET', `/capture-sources/${id}`);
  expect(shown.text).not.toContain(rotated.body.secret);
  expect(shown.text).not.toContain('secret');
});

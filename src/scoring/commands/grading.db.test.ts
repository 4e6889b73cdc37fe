import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PersonaKey, testWorld, type World } from '#app/testing/world.ts';
import { systemStep } from '#identity/public.ts';
import { inTransaction } from '#kernel/db.ts';
import { silentLog } from '#kernel/log.ts';
import { newId } from '#kernel/values/id.ts';
import { firstClassRules, firstScorePlan } from '../rules/first-rules.ts';
import { loadExamples } from '../store/examples.ts';
import { regradeLeads } from './grade-leads.ts';
import { trainModel } from './train-model.ts';

let world: World;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(async () => {
  await world.close();
});

let phone = 13_900_000_000;
const big = { registeredCapital: '50000000.01', staffCount: 101, channel: 'social' };

async function lead(values: Record<string, unknown>, who: PersonaKey = 'e1'): Promise<string> {
  phone += 1;
  const made = await world.alpha.call(who, 'POST', '/leads', {
    company: `评分客户${phone}`,
    phone: String(phone),
    channel: 'website',
    ...values,
  });
  expect(made.status, made.text).toBe(201);
  return made.body.id;
}

const read = async (id: string, who: PersonaKey = 'admin') =>
  (await world.alpha.call(who, 'GET', `/leads/${id}`)).body.lead;
const grading = async (id: string, who: PersonaKey = 'e1') =>
  (await world.alpha.call(who, 'GET', `/leads/${id}/grading`)).body;

/** The nightly run, as the queue gives it its transactions. */
async function night(job: typeof regradeLeads = regradeLeads): Promise<void> {
  await job.run(
    {},
    {
      orgId: world.alpha.id,
      database: world.database,
      log: silentLog(),
      signal: new AbortController().signal,
      attempt: 1,
      transaction: (work, mode) =>
        inTransaction(
          world.database,
          world.alpha.id,
          async (tx, now) =>
            work(await systemStep(world.alpha.id, tx, now, { actorId: null, requestId: null })),
          mode,
        ),
    },
  );
  await world.settle();
}

test('class A by the product’s example, each limit strict, and anew when the lead changes', async () => {
  const id = await lead(big);
  const edge = await lead({ ...big, registeredCapital: '50000000.00' });
  const none = await lead({});
  await world.settle();
  expect((await read(id)).class).toBe('A');
  expect((await read(edge)).class).toBe('B');
  expect((await read(none)).class).toBeNull();
  expect(await grading(id)).toMatchObject({
    class: 'A',
    pinned: false,
    rule: {
      place: 1,
      words: { zh: '注册资金 大于 50,000,000 且 人员规模 大于 100 且 来源渠道 是 社交媒体' },
    },
    set: { by: null },
  });

  const { version } = await read(id);
  expect(version).toBe(1);
  const changed = await world.alpha.call('e1', 'PATCH', `/leads/${id}`, {
    id: undefined,
    version,
    channel: 'search',
  });
  expect(changed.status, changed.text).toBe(200);
  await world.settle();
  expect(await read(id)).toMatchObject({ class: 'B', version: 2 });
  const told = await world.alpha.run('admin', ({ tx }) =>
    sql<{ changes: unknown }>`
      select changes from events where subject_id = ${id}::uuid and type = 'lead.classed' order by at`.execute(
      tx,
    ),
  );
  expect(told.rows.map(({ changes }) => changes)).toEqual([{ class: [null, 'A'] }, { class: ['A', 'B'] }]);
});

test('a class set by hand is pinned until it is cleared, whichever way it was written', async () => {
  const id = await lead(big);
  await world.settle();
  expect((await world.alpha.call('e1', 'POST', `/leads/${id}/class-pin`, { class: 'D' })).status).toBe(200);
  await world.settle();
  await night();
  expect(await grading(id)).toMatchObject({ class: 'D', pinned: true, rule: null, set: { by: 'Alpha e1' } });
  expect((await world.alpha.call('e1', 'POST', `/leads/${id}/class-unpin`, {})).status).toBe(200);
  expect(await grading(id)).toMatchObject({ class: 'A', pinned: false, rule: { place: 1 } });

  const { version } = await read(id);
  await world.alpha.call('e1', 'PATCH', `/leads/${id}`, { version, class: 'C' });
  await world.settle();
  await night();
  expect(await read(id)).toMatchObject({ class: 'C', classPinned: true });
  // Other edits that carry the class along pin nothing and unpin nothing.
  const other = await lead(big);
  await world.settle();
  await world.alpha.call('e1', 'PATCH', `/leads/${other}`, { version: 1, class: 'A', note: 'x' });
  await world.settle();
  expect(await read(other)).toMatchObject({ class: 'A', classPinned: false });
  expect((await world.alpha.call('w1', 'POST', `/leads/${id}/class-pin`, { class: 'A' })).status).toBe(404);
  expect((await world.alpha.call('auditor', 'POST', `/leads/${id}/class-pin`, { class: 'A' })).status).toBe(
    403,
  );
});

test('a class pinned while the nightly run holds older news is not lost', async () => {
  const id = await lead(big);
  await world.settle();
  await world.alpha.run('admin', ({ tx }) =>
    sql`update leads set registered_capital = 1, class = 'A' where id = ${id}::uuid`.execute(tx),
  );
  await Promise.all([night(), world.alpha.call('e1', 'POST', `/leads/${id}/class-pin`, { class: 'B' })]);
  expect(await read(id)).toMatchObject({ class: 'B', classPinned: true });
});

test('calls, forms and idle weeks make the score; the version stays, the history keeps what matters', async () => {
  const id = await lead({ ...big, expectedAmount: '300000' });
  await world.settle();
  const first = await read(id);
  expect(first).toMatchObject({ score: 40, scoreBand: 'C', version: 1 });
  const call = {
    ...{
      subjectObject: 'leads',
      subjectId: id,
      kind: 'call',
      content: '聊了方案，约下周',
      result: 'interested',
    },
    durationSeconds: 90,
  };
  for (let n = 0; n < 2; n += 1) {
    const logged = await world.alpha.call('e1', 'POST', '/activities', { ...call, connected: true });
    expect(logged.status, logged.text).toBe(201);
  }
  await world.settle();
  expect(await grading(id)).toMatchObject({
    score: 60,
    band: 'B',
    source: 'rules',
    reasons: [
      { points: 20, words: { zh: '电话接通 2 次', en: 'call connected, 2 times' } },
      { points: 15 },
      { points: 15 },
    ],
    history: [
      { score: 60, band: 'B' },
      { score: 40, band: 'C' },
    ],
  });
  expect((await read(id)).version).toBe(1);

  await world.alpha.run('admin', async ({ tx }) => {
    await sql`update activities set happened_at = now() - interval '15 days' where subject_id = ${id}::uuid`.execute(
      tx,
    );
    await sql`update leads set captured_at = now() - interval '20 days', last_activity_at = now() - interval '15 days'
      where id = ${id}::uuid`.execute(tx);
  });
  await night();
  expect(await read(id)).toMatchObject({ score: 49, scoreBand: 'C' });
  const found = await world.alpha.call('e1', 'POST', '/leads/search', {
    filter: {
      combinator: 'and',
      rules: [
        { field: 'score', operator: '>', value: 48 },
        { field: 'scoreBand', operator: 'in', value: ['C'] },
      ],
    },
    sort: '-score',
    limit: 10,
  });
  expect(found.body.items.map((row: { id: string }) => row.id)).toContain(id);
});

test('a simulation of class rules counts what saving them then does', async () => {
  for (let n = 0; n < 12; n += 1)
    await lead({
      ...big,
      staffCount: 30 + n * 20,
      channel: n % 2 ? 'social' : 'search',
      title: n % 3 ? '总经理' : '采购',
    });
  await world.settle();
  await night();
  const rules = [
    { ...firstClassRules[0], condition: { field: 'staffCount', operator: '>', value: 200 } },
    ...firstClassRules.slice(1),
  ];
  const dry = (await world.alpha.call('admin', 'POST', '/scoring/class-rules/simulate', { rules })).body;
  expect(dry.changed).toBeGreaterThan(2);
  expect(dry.rows.length).toBe(dry.changed);
  expect(dry.moves.reduce((sum: number, one: { leads: number }) => sum + one.leads, 0)).toBe(dry.examined);
  const toA = (
    await world.alpha.call('admin', 'POST', '/scoring/class-rules/simulate', {
      rules,
      move: { from: 'B', to: 'A' },
    })
  ).body;
  expect(
    toA.rows.every(
      (row: { from: string; to: string; place: number }) =>
        row.from === 'B' && row.to === 'A' && row.place === 1,
    ),
  ).toBe(true);

  const { classVersion } = (await world.alpha.call('admin', 'GET', '/scoring/rules')).body;
  expect(
    (await world.alpha.call('admin', 'PUT', '/scoring/class-rules', { version: classVersion, rules })).status,
  ).toBe(200);
  expect(
    (await world.alpha.call('admin', 'PUT', '/scoring/class-rules', { version: classVersion, rules })).status,
  ).toBe(409);
  await night();
  for (const { id, to } of dry.rows) expect((await read(id)).class).toBe(to);
  expect(
    (await world.alpha.call('admin', 'POST', '/scoring/class-rules/simulate', { rules })).body.changed,
  ).toBe(0);
});

test('a simulation of points counts what saving them then does', async () => {
  const plan = {
    ...firstScorePlan,
    decayPercent: 25,
    fit: firstScorePlan.fit.map((rule) => ({ ...rule, points: rule.points * 2 })),
  };
  const points = (await world.alpha.call('admin', 'POST', '/scoring/score-plan/simulate', { plan })).body;
  expect(points.changed).toBeGreaterThan(2);
  const saved = await world.alpha.call('admin', 'PUT', '/scoring/score-plan', { version: 0, plan });
  expect(saved.status, saved.text).toBe(200);
  await night();
  for (const { id, becomes, to } of points.rows)
    expect(await read(id)).toMatchObject({ score: becomes, scoreBand: to });
  expect(
    (await world.alpha.call('admin', 'POST', '/scoring/score-plan/simulate', { plan })).body.changed,
  ).toBe(0);
});

test('a rule that cannot be read or turns in a circle is refused, and nobody but an admin saves', async () => {
  const { classVersion: version } = (await world.alpha.call('admin', 'GET', '/scoring/rules')).body;
  const put = (condition: unknown, who: PersonaKey = 'admin') =>
    world.alpha.call(who, 'PUT', '/scoring/class-rules', { version, rules: [{ class: 'A', condition }] });
  for (const [condition, code] of [
    [{ combinator: 'and', rules: [] }, 'condition_required'],
    [{ field: 'class', operator: '=', value: 'A' }, 'field_of_itself'],
    [{ field: 'ownerId', operator: '=', value: '@me' }, 'nobody_is_me'],
    [{ field: 'wonAmount', operator: '>', value: 1 }, 'field_not_filterable'],
    [{ field: 'company; drop table leads', operator: 'empty' }, 'unknown_field'],
  ] as const) {
    const answer = await put(condition);
    expect(answer.status).toBe(422);
    expect(answer.body.errors[0].code).toBe(code);
    expect(answer.body.errors[0].message).not.toBe(code);
  }
  const plain = { field: 'staffCount', operator: '>', value: 1 };
  expect((await put(plain, 'marketing')).status).toBe(403);
  expect((await put(plain, 'e1')).status).toBe(403);
  expect((await world.alpha.call('e1', 'GET', '/scoring/rules')).status).toBe(403);
});

async function history(count: number, converted: boolean): Promise<void> {
  await world.alpha.run('admin', ({ tx, actor, now }) =>
    sql`
      insert into leads (org_id, id, company, company_key, channel, staff_count, currency, status, owner_id, captured_at,
        capture_method, created_at, converted_at, account_id, invalid_reason, last_activity_at)
      select ${actor.orgId}::uuid, r.id, 'L' || r.n, 'l' || r.n, r.channel, r.staff, 'CNY', ${converted ? 'converted' : 'invalid'},
        ${actor.id}::uuid, r.at, 'manual', r.at, case when ${converted} then r.at + interval '5 days' end,
        case when ${converted} then r.id end, case when ${converted} then null else 'noNeed' end, r.at + interval '5 days'
      from jsonb_to_recordset(${JSON.stringify(
        Array.from({ length: count }, (_, n) => ({
          id: newId(),
          n: `${converted}${n}`,
          channel: n % 10 < 7 === converted ? 'referral' : 'media',
          staff: 10 + ((n * 37) % 300),
          at: new Date(now.getTime() - (count - n) * 86_400_000 - 30 * 86_400_000),
        })),
      )}::jsonb) as r(id uuid, n text, channel text, staff integer, at timestamptz)`.execute(tx),
  );
}

test('with history enough a model is learnt, tested by time, used, and can be switched off; what an outcome sets teaches nothing', async () => {
  await history(49, true);
  await history(120, false);
  await night(trainModel as typeof regradeLeads);
  expect((await world.alpha.call('admin', 'GET', '/scoring/model')).body).toMatchObject({
    inUse: 'rules',
    model: { unusable: 'too_few', converted: 49, report: null },
  });
  await history(80, true);
  await night(trainModel as typeof regradeLeads);
  const { body } = await world.alpha.call('admin', 'GET', '/scoring/model');
  expect(body).toMatchObject({
    wanted: 'model',
    inUse: 'model',
    model: { unusable: null, converted: 129, lost: 120 },
  });
  expect(body.model.report.auc).toBeGreaterThan(0.6);
  expect(body.model.report.brier).toBeLessThan(body.model.report.baseBrier);
  expect(body.model.features[0].words.zh).toMatch(/来源渠道 是/);

  const good = await lead({ channel: 'referral' });
  const bad = await lead({ channel: 'media' });
  await world.settle();
  expect((await grading(good)).source).toBe('model');
  expect((await grading(good)).trained.leads).toBe(249);
  expect((await grading(good)).score).toBeGreaterThan((await grading(bad)).score + 15);
  await world.alpha.call('admin', 'PUT', '/scoring/source', { source: 'rules' });
  await night();
  expect((await grading(good)).source).toBe('rules');
  expect((await world.alpha.call('admin', 'GET', '/scoring/model')).body).toMatchObject({
    inUse: 'rules',
    scored: { model: 0 },
  });
});

test('what was said on the last day belongs to the outcome, and what came after it is never seen', async () => {
  const before = await world.alpha.run('admin', (step) => loadExamples(step));
  await world.alpha.run('admin', async ({ tx, actor }) => {
    for (const hours of [-20, 1, 500])
      await sql`
        insert into activities (org_id, id, kind, subject_object, subject_id, subject_name, about, owner_id, connected, happened_at, created_at)
        select org_id, gen_random_uuid(), 'call', 'leads', id, company, array[id], ${actor.id}::uuid, true,
          converted_at + make_interval(hours => ${hours}), now() from leads where status = 'converted'`.execute(
        tx,
      );
    await sql`update leads set account_id = gen_random_uuid(), score = 99, next_contact_at = now() where status = 'converted'`.execute(
      tx,
    );
  });
  expect(await world.alpha.run('admin', (step) => loadExamples(step))).toEqual(before);
  await world.alpha.run('admin', ({ tx, actor }) =>
    sql`
      insert into activities (org_id, id, kind, subject_object, subject_id, subject_name, about, owner_id, connected, happened_at, created_at)
      select org_id, gen_random_uuid(), 'call', 'leads', id, company, array[id], ${actor.id}::uuid, true,
        converted_at - interval '30 hours', now() from leads where status = 'converted'`.execute(tx),
  );
  const after = await world.alpha.run('admin', (step) => loadExamples(step));
  expect(after.filter(({ facts }) => facts.touches.callConnected === 1).length).toBe(129);
});

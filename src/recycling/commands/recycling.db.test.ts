import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { expectNoOffenders } from '#app/testing/oracle.ts';
import { type PersonaKey, testWorld, type World } from '#app/testing/world.ts';
import { systemStep } from '#identity/public.ts';
import { runChecks } from '#kernel/checks-run.ts';
import type { Step } from '#kernel/command.ts';
import { inTransaction } from '#kernel/db.ts';
import { unasked } from '#kernel/system-step.ts';
import { addDays, dayOf } from '#kernel/values/day.ts';
import { newId } from '#kernel/values/id.ts';
import { checks } from '../checks.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { runNight } from './run-night.ts';
import { setAllClocks } from './set-clocks.ts';
import { warnOwners } from './warn-owners.ts';

let world: World;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(async () => {
  await world.close();
});

const zone = 'Asia/Shanghai';
const today = () => dayOf(new Date(), zone);
const ruleId = newId();
const baseSet: RuleSet = {
  rules: [{ id: ruleId, name: '7 天', poolIds: [], condition: null, trigger: 'notFollowed', days: 7 }],
  exemptions: ['protected', 'openDeal', 'contract', 'unpaid', 'approval', 'plan', 'nurture'],
  planDays: 14,
  nightShare: 100,
  warnDays: [7, 3, 1],
};

function transaction<T>(work: (step: Step) => Promise<T>): Promise<T> {
  const { id } = world.alpha;
  return inTransaction(world.database, id, async (tx, now) => work(await systemStep(id, tx, now, unasked)));
}

const exec = (statement: ReturnType<typeof sql>) => transaction(({ tx }) => statement.execute(tx));

/** Puts a set of rules in force as an administrator does, and lets it count from tonight. */
async function enable(change: Partial<RuleSet> = {}): Promise<void> {
  const { call } = world.alpha;
  expect((await call('admin', 'PUT', '/recycling/draft', { draft: { ...baseSet, ...change } })).text).toBe(
    '{}',
  );
  const seen = await call('admin', 'POST', '/recycling/simulate', {});
  expect(seen.status, seen.text).toBe(200);
  const on = await call('admin', 'POST', '/recycling/enable', {});
  expect(on.status, on.text).toBe(200);
  await setAllClocks(transaction);
  await exec(sql`update recycle_policies set first_night = ${today()}::date`);
}

let number = 0;
/** Leads that one person has held for so many days without a word. */
async function heldFor(days: number, who: PersonaKey = 'e1', count = 1): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1) {
    number += 1;
    const made = await world.alpha.call(who, 'POST', '/leads', {
      company: `回收测试${number}`,
      channel: 'website',
    });
    expect(made.status, made.text).toBe(201);
    ids.push(made.body.id);
  }
  await exec(
    sql`update leads set owner_since = now() - make_interval(days => ${days}) where id = any(${ids}::uuid[])`,
  );
  await exec(
    sql`update lead_places set since = now() - make_interval(days => ${days}) where lead_id = any(${ids}::uuid[])`,
  );
  await world.settle();
  return ids;
}

async function lead(id: string) {
  const { rows } = await transaction(({ tx }) =>
    sql<{
      ownerId: string | null;
      dueOn: string | null;
      poolId: string | null;
      seen: number;
      cause: string;
      left: number | null;
    }>`
      select l.owner_id as "ownerId", l.recycle_due_on as "dueOn", l.pool_id as "poolId", l.recycle_seen as seen,
        l.recycle_left as left,
        (select cause from lead_places p where p.lead_id = l.id and p.until is null) as cause
      from leads l where l.id = ${id}::uuid`.execute(tx),
  );
  const [row] = rows;
  if (!row) throw new Error('no such lead');
  return row;
}

/** A new night: what ran is history of a day long ago. */
async function nextNight(): Promise<void> {
  await exec(sql`delete from recycle_run_leads`);
  await exec(sql`delete from recycle_runs`);
}

beforeEach(async () => {
  await nextNight();
  await exec(sql`update leads set deleted_at = now() where deleted_at is null and owner_id is not null`);
  await exec(sql`update lead_holders set held = 0`);
});

describe('the clock', () => {
  beforeAll(() => enable());

  test('stands on every way to an owner: created, claimed, assigned, imported back from the bin', async () => {
    const { call, ids } = world.alpha;
    const [mine = ''] = await heldFor(0);
    const due = addDays(today(), 8);
    expect((await lead(mine)).dueOn).toBe(due);
    expect((await call('e0', 'POST', `/leads/${mine}/assign`, { ownerId: ids.e2 })).status).toBe(200);
    expect((await lead(mine)).dueOn).toBe(due);
    expect((await call('e2', 'POST', `/leads/${mine}/release`, { reason: 'noTime' })).status).toBe(200);
    expect((await lead(mine)).dueOn).toBeNull();
    expect((await call('w1', 'POST', `/leads/${mine}/claim`)).status).toBe(200);
    expect((await lead(mine)).dueOn).toBe(due);
    expect((await call('w0', 'DELETE', `/leads/${mine}`)).status).toBe(200);
    expect((await call('w0', 'POST', `/leads/${mine}/restore`)).status).toBe(200);
    await world.settle();
    expect(await lead(mine)).toMatchObject({ dueOn: due });
    await expectNoOffenders(world);
  });

  test('is restarted by an effective follow-up and by no edit', async () => {
    const { call } = world.alpha;
    const [id = ''] = await heldFor(5);
    expect((await lead(id)).dueOn).toBe(addDays(today(), 3));
    const { body } = await call('e1', 'GET', `/leads/${id}`);
    await call('e1', 'PATCH', `/leads/${id}`, { version: body.lead.version, note: '改了一下' });
    await call('e1', 'POST', '/activities', {
      subjectObject: 'leads',
      subjectId: id,
      kind: 'note',
      content: '短',
    });
    await world.settle();
    expect((await lead(id)).dueOn).toBe(addDays(today(), 3));
    const logged = { subjectObject: 'leads', subjectId: id, kind: 'visit', content: '见到了采购' };
    await call('e1', 'POST', '/activities', logged);
    await world.settle();
    expect((await lead(id)).dueOn).toBe(addDays(today(), 8));
  });

  test('is missed by the check when nobody has looked at a lead', async () => {
    const [id = ''] = await heldFor(3);
    await exec(sql`update leads set recycle_seen = null where id = ${id}::uuid`);
    const results = await runChecks(world.database, { checks });
    expect(results.find((one) => one.id === 'RC1')?.offenders).toMatchObject([{ id }]);
    await setAllClocks(transaction);
    await expectNoOffenders(world);
  });

  test('is explained on the lead', async () => {
    const [id = ''] = await heldFor(3);
    const { body } = await world.alpha.call('e1', 'GET', `/leads/${id}/recycling`);
    expect(body.clock).toMatchObject({
      ...{ ruleId, ruleName: '7 天', days: 7, from: 'owned', fromDay: addDays(today(), -3) },
      ...{ dueOn: addDays(today(), 5), daysLeft: 5, exemptBy: null },
    });
    const list = await world.alpha.call('e1', 'GET', '/leads?fields=daysLeft,recycleDueOn');
    expect(list.body.items.find((row: { id: string }) => row.id === id)).toMatchObject({ daysLeft: 5 });
  });
});

describe('a night', () => {
  beforeAll(() => enable());

  test('takes what is strictly more than seven days old, and says why', async () => {
    const [seven = '', eight = ''] = [...(await heldFor(7)), ...(await heldFor(8))];
    expect(await runNight(transaction)).toEqual({ recycled: 1, failed: 0 });
    expect((await lead(seven)).ownerId).not.toBeNull();
    expect(await lead(eight)).toMatchObject({ ownerId: null, cause: 'recycled' });
    await world.settle();
    const { body } = await world.alpha.call('e0', 'GET', `/records/leads/${eight}/timeline`);
    expect(body.items[0].type).toBe('lead.recycled');
    expect(await runNight(transaction)).toBeNull();
    const runs = await world.alpha.call('e1', 'GET', '/recycling/runs');
    expect(runs.body.items[0]).toMatchObject({ recycled: 1, skipped: 0, failed: 0 });
    const rows = await world.alpha.call('e1', 'GET', `/recycling/runs/${runs.body.items[0].id}`);
    expect(rows.body.rows).toMatchObject([{ id: eight, outcome: 'recycled' }]);
    expect(
      (await world.alpha.call('w1', 'GET', `/recycling/runs/${runs.body.items[0].id}`)).body.rows,
    ).toEqual([]);
    await expectNoOffenders(world);
  });

  test('leaves what is planned, protected or followed up a moment ago', async () => {
    const { call } = world.alpha;
    const [planned = '', guarded = '', fresh = '', gone = ''] = await heldFor(20, 'e1', 4);
    const dueAt = new Date(Date.now() + 5 * 86_400_000).toISOString();
    await call('e1', 'POST', `/records/leads/${planned}/next-contact`, { dueAt });
    expect(
      (await call('e1', 'POST', `/leads/${guarded}/protect`, { until: addDays(today(), 3) })).status,
    ).toBe(200);
    await call('e1', 'POST', '/activities', {
      ...{ subjectObject: 'leads', subjectId: fresh, kind: 'call', connected: true },
      content: '刚打通',
    });
    // Nobody has told the clock yet: the reaction has not run.
    expect(await runNight(transaction)).toEqual({ recycled: 1, failed: 0 });
    expect((await lead(gone)).ownerId).toBeNull();
    const { rows } = await transaction(({ tx }) =>
      sql<{ id: string; reason: string }>`
        select lead_id as id, reason from recycle_run_leads where outcome = 'skipped'`.execute(tx),
    );
    expect(new Map(rows.map(({ id, reason }) => [id, reason]))).toEqual(
      new Map([
        [planned, 'plan'],
        [guarded, 'protected'],
        [fresh, 'followed'],
      ]),
    );
  });

  test('takes a fifth of what one holds, and the rest in the next nights', async () => {
    await enable({ nightShare: 20 });
    await heldFor(30, 'e1', 10);
    expect(await runNight(transaction)).toEqual({ recycled: 2, failed: 0 });
    expect(await runNight(transaction)).toBeNull();
    await nextNight();
    expect(await runNight(transaction)).toEqual({ recycled: 1, failed: 0 });
    await enable();
  });

  test('moves everything else when one record is bad', async () => {
    const ids = await heldFor(30, 'e1', 6);
    const [bad = ''] = ids;
    // A lead whose way is broken: the next place would be its second one with that number.
    await exec(sql`update lead_places set until = now() where lead_id = ${bad}::uuid`);
    await exec(sql`insert into lead_places (org_id, lead_id, seq, pool_id, since, cause)
      select org_id, lead_id, 3, (select id from lead_pools where org_id = l.org_id and is_default), now(), 'created'
      from lead_places l where lead_id = ${bad}::uuid`);
    await exec(sql`update lead_places set until = null where lead_id = ${bad}::uuid and seq = 1 and false`);
    await exec(sql`insert into lead_places (org_id, lead_id, seq, pool_id, since, until, cause)
      select org_id, lead_id, 4, (select id from lead_pools where org_id = l.org_id and is_default), now(), now(), 'created'
      from lead_places l where lead_id = ${bad}::uuid and seq = 1`);
    expect(await runNight(transaction)).toEqual({ recycled: 5, failed: 1 });
    const runs = await world.alpha.call('admin', 'GET', '/recycling/runs');
    expect(runs.body.items[0]).toMatchObject({ recycled: 5, failed: 1, finishedAt: null });
    await exec(sql`delete from lead_places where lead_id = ${bad}::uuid and seq > 1`);
    await exec(sql`update lead_places set until = null where lead_id = ${bad}::uuid`);
    expect(await runNight(transaction)).toEqual({ recycled: 1, failed: 0 });
    await expectNoOffenders(world);
  });

  test('leaves a lead that somebody is working on for the next hour', async () => {
    const [id = '', other = ''] = await heldFor(30, 'e1', 2);
    await transaction(async ({ tx }) => {
      await sql`select 1 from leads where id = ${id}::uuid for update`.execute(tx);
      expect(await runNight(transaction)).toEqual({ recycled: 1, failed: 0 });
    });
    expect((await lead(other)).ownerId).toBeNull();
    expect((await lead(id)).ownerId).not.toBeNull();
    expect(await runNight(transaction)).toEqual({ recycled: 1, failed: 0 });
  });

  test('recycles each once when two servers run it and one dies in the middle', async () => {
    const ids = await heldFor(30, 'e1', 40);
    let pieces = 0;
    const dying = <T>(work: (step: Step) => Promise<T>): Promise<T> =>
      transaction(async (step) => {
        pieces += 1;
        const done = await work(step);
        if (pieces === 2) throw Object.assign(new Error('killed'), { name: 'AbortError' });
        return done;
      });
    await expect(runNight(dying)).rejects.toThrow('killed');
    await Promise.all([runNight(transaction), runNight(transaction), runNight(transaction)]);
    const { rows } = await transaction(({ tx }) =>
      sql<{
        n: number;
      }>`select count(*) as n from lead_places where cause = 'recycled' and lead_id = any(${ids}::uuid[])
        group by lead_id`.execute(tx),
    );
    expect(rows).toHaveLength(40);
    expect(rows.every(({ n }) => n === 1)).toBe(true);
    await world.settle();
    await expectNoOffenders(world);
  });
});

describe('off and on again', () => {
  test('keeps what was left, and nobody is amnestied or flooded', async () => {
    await enable();
    const [id = '', overdue = ''] = [...(await heldFor(5)), ...(await heldFor(30))];
    const { call } = world.alpha;
    expect((await call('admin', 'POST', '/recycling/disable')).status).toBe(200);
    await setAllClocks(transaction);
    expect(await lead(id)).toMatchObject({ dueOn: null, left: 3 });
    expect(await runNight(transaction)).toBeNull();
    // Ten days pass without recycling.
    await exec(sql`update recycle_policies set paused_on = paused_on - 10`);
    await exec(
      sql`update leads set owner_since = owner_since - interval '10 days' where id = any(${[id, overdue]}::uuid[])`,
    );
    await enable();
    expect(await lead(id)).toMatchObject({ dueOn: addDays(today(), 3), left: null });
    expect(((await lead(overdue)).dueOn ?? '9') <= today()).toBe(true);
  });

  test('nobody switches on what he has not seen', async () => {
    const { call } = world.alpha;
    const draft = { ...baseSet, rules: [{ ...baseSet.rules[0], days: 3 }] };
    expect((await call('admin', 'PUT', '/recycling/draft', { draft })).status).toBe(200);
    expect((await call('admin', 'POST', '/recycling/enable')).body.code).toBe('not_simulated');
    expect((await call('e1', 'POST', '/recycling/simulate', {})).status).toBe(403);
  });
});

describe('a simulation', () => {
  test('says exactly what the first night then does', async () => {
    await enable({ nightShare: 20 });
    await heldFor(30, 'e1', 9);
    await heldFor(30, 'w1', 3);
    await heldFor(2, 'w1', 4);
    const seen = (await world.alpha.call('admin', 'POST', '/recycling/simulate', {})).body;
    expect(seen).toMatchObject({ held: 16, due: 12, tonight: 2, people: 2 });
    expect(seen.today).toMatchObject({ due: 12, tonight: 2 });
    expect(seen.rows).toHaveLength(12);
    const done = await runNight(transaction);
    expect(done).toEqual({ recycled: seen.tonight, failed: 0 });
    await enable();
  });

  test('a rule for a class comes first, the rest follows the next one', async () => {
    await enable({
      rules: [
        {
          ...{ id: newId(), name: 'A 类 3 天', poolIds: [], trigger: 'notFollowed', days: 3 },
          condition: { field: 'channel', operator: '=', value: 'website' },
        },
        { id: newId(), name: '其它', poolIds: [], condition: null, trigger: 'notConverted', days: 30 },
      ],
    });
    const [id = ''] = await heldFor(1);
    expect((await lead(id)).dueOn).toBe(addDays(today(), 3));
    await enable();
  });
});

describe('warnings', () => {
  test('come once a day, for what comes near', async () => {
    await enable();
    await exec(sql`delete from recycle_digests`);
    await heldFor(7);
    await heldFor(5, 'e1', 2);
    await heldFor(3);
    expect(await transaction(warnOwners)).toEqual({ told: 1 });
    expect(await transaction(warnOwners)).toEqual({ told: 0 });
    const { body } = await world.alpha.call('e1', 'GET', '/inbox');
    expect(body.items[0]).toMatchObject({
      kind: 'leadsDueSoon',
      title: { zh: '3 条线索即将回收：1 天内 1 条，3 天内 2 条' },
    });
    const soon = await world.alpha.call('e1', 'GET', '/recycling/soon');
    expect(soon.body).toMatchObject({ total: 4, tonight: 1 });
  });
});

describe('protection', () => {
  test('of thirty at once five hold', async () => {
    const ids = await heldFor(0, 'e1', 30);
    const until = addDays(today(), 10);
    const answers = await Promise.all(
      ids.map((id) => world.alpha.call('e1', 'POST', `/leads/${id}/protect`, { until })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(5);
    const refused = await world.alpha.call('e1', 'POST', `/leads/${ids[20]}/protect`, { until });
    expect(refused.body).toMatchObject({ code: 'too_many_protected' });
  });

  test('is renewed twice, ends with its owner, and is nobody else’s to give', async () => {
    const { call, ids } = world.alpha;
    const [id = ''] = await heldFor(0);
    const until = addDays(today(), 10);
    for (let time = 0; time < 3; time += 1)
      expect((await call('e1', 'POST', `/leads/${id}/protect`, { until })).status).toBe(200);
    expect((await call('e1', 'POST', `/leads/${id}/unprotect`)).status).toBe(200);
    expect((await call('e1', 'POST', `/leads/${id}/protect`, { until })).body.code).toBe('renewals_used_up');
    expect((await call('w1', 'POST', `/leads/${id}/protect`, { until })).status).toBe(404);
    await call('e0', 'POST', `/leads/${id}/assign`, { ownerId: ids.e2 });
    expect((await call('e2', 'GET', `/leads/${id}/recycling`)).body.protection).toBeNull();
    expect((await call('e2', 'POST', `/leads/${id}/protect`, { until })).status).toBe(200);
  });
});

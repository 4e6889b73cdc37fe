import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectNoOffenders } from '#app/testing/oracle.ts';
import { type Answer, type PersonaKey, testWorld, type World } from '#app/testing/world.ts';

/**
 * Three people do to leads whatever comes to their minds, over HTTP, and a small model says what must come of it: a lead
 * is always in exactly one place, nobody holds more than his cap, claims more than his quota, or takes back what he let
 * go. After every run the database is held against all invariants.
 */

let world: World;
const pools: string[] = [];
beforeAll(async () => {
  world = await testWorld();
  const first = (await world.alpha.call('admin', 'GET', '/lead-pools')).body.items[0].id;
  const second = await world.alpha.call('admin', 'POST', '/lead-pools', {
    ...{ name: '第二公海', mode: 'claim', openToAll: true, members: [], admins: [], dailyQuota: 100_000 },
    ...{ cooldown: { amount: 7, unit: 'days' }, protectHours: 0, claimWindow: null, viewQuota: null },
    ...{ retention: null, hiddenFields: [] },
  });
  pools.push(first, second.body.id);
  const settings = (await world.alpha.call('admin', 'GET', '/lead-pools/settings')).body.items;
  const { version } = settings.find((pool: { id: string }) => pool.id === first);
  await world.alpha.call('admin', 'PATCH', `/lead-pools/${first}`, { version, dailyQuota: 100_000 });
  for (const who of actors)
    await world.alpha.call('admin', 'PUT', `/lead-caps/user/${world.alpha.ids[who]}`, { cap });
});
afterAll(async () => {
  await world.close();
});

const actors = ['e1', 'e2', 'e0'] as const satisfies readonly PersonaKey[];
type Person = (typeof actors)[number];
const cap = 4;

interface ModelLead {
  id: string;
  owner: Person | null;
  pool: number | null;
  status: 'unassigned' | 'pending' | 'following' | 'converted' | 'invalid';
  deleted: boolean;
  /** Who has held it and let it go: cooling down for a week, so for the whole run. */
  past: Set<Person>;
}

interface Model {
  leads: ModelLead[];
}

const isOpen = (lead: ModelLead) => lead.status === 'pending' || lead.status === 'following';
const heldBy = (model: Model, who: Person) =>
  model.leads.filter((lead) => lead.owner === who && !lead.deleted && isOpen(lead)).length;
/** A manager sees and moves what his people hold; a rep sees his own and the pools. */
const sees = (who: Person, lead: ModelLead) =>
  !lead.deleted &&
  (lead.pool !== null
    ? lead.status === 'unassigned' || lead.pool !== null
    : who === 'e0' || lead.owner === who);

type Real = { readonly call: World['alpha']['call'] };
type Command = fc.AsyncCommand<Model, Real>;

abstract class OnLead implements Command {
  readonly who: Person;
  readonly at: number;
  constructor(who: Person, at: number) {
    this.who = who;
    this.at = at;
  }
  check(model: Readonly<Model>): boolean {
    return model.leads.length > 0;
  }
  lead(model: Model): ModelLead {
    const lead = model.leads[this.at % model.leads.length];
    if (!lead) throw new Error('checked before');
    return lead;
  }
  async run(model: Model, real: Real): Promise<void> {
    const lead = this.lead(model);
    const expected = this.expect(model, lead);
    const answer = await this.ask(real, lead);
    expect([answer.status < 300, this.toString(), answer.text], answer.text).toEqual([
      expected,
      this.toString(),
      answer.text,
    ]);
    if (expected) this.apply(lead);
    await agrees(real, model);
  }
  abstract expect(model: Model, lead: ModelLead): boolean;
  abstract ask(real: Real, lead: ModelLead): Promise<Answer>;
  abstract apply(lead: ModelLead): void;
  toString(): string {
    return `${this.constructor.name}(${this.who}, ${this.at})`;
  }
}

let made = 0;

class Create implements Command {
  readonly who: Person;
  readonly pool: number | null;
  constructor(who: Person, pool: number | null) {
    this.who = who;
    this.pool = pool;
  }
  check(model: Readonly<Model>): boolean {
    return model.leads.length < 12;
  }
  async run(model: Model, real: Real): Promise<void> {
    made += 1;
    const poolId = this.pool === null ? undefined : pools[this.pool];
    const body = {
      company: `模型 ${made}`,
      contactName: `甲${made}`,
      channel: 'website',
      ...(poolId ? { poolId } : {}),
    };
    const answer = await real.call(this.who, 'POST', '/leads', body);
    const room = this.pool !== null || heldBy(model, this.who) < cap;
    expect(answer.status, answer.text).toBe(room ? 201 : 409);
    if (room)
      model.leads.push({
        ...{ id: answer.body.id, owner: this.pool === null ? this.who : null, pool: this.pool },
        ...{ status: this.pool === null ? 'pending' : 'unassigned', deleted: false, past: new Set() },
      });
    await agrees(real, model);
  }
  toString(): string {
    return `Create(${this.who}, ${this.pool})`;
  }
}

class Claim extends OnLead {
  expect(model: Model, lead: ModelLead): boolean {
    const waits = lead.pool !== null && lead.status === 'unassigned';
    const free = !lead.deleted && waits && !lead.past.has(this.who);
    return free && heldBy(model, this.who) < cap;
  }
  ask({ call }: Real, lead: ModelLead): Promise<Answer> {
    return call(this.who, 'POST', `/leads/${lead.id}/claim`, {});
  }
  apply(lead: ModelLead): void {
    Object.assign(lead, { owner: this.who, pool: null, status: 'pending' });
  }
}

class Release extends OnLead {
  expect(_model: Model, lead: ModelLead): boolean {
    const held = lead.owner !== null && (isOpen(lead) || lead.status === 'invalid');
    return held && sees(this.who, lead) && (lead.owner === this.who || this.who === 'e0');
  }
  ask({ call }: Real, lead: ModelLead): Promise<Answer> {
    const body = { reason: 'noTime', poolId: pools[this.at % 2] };
    return call(this.who, 'POST', `/leads/${lead.id}/release`, body);
  }
  apply(lead: ModelLead): void {
    if (lead.owner) lead.past.add(lead.owner);
    Object.assign(lead, { owner: null, pool: this.at % 2, status: 'unassigned' });
  }
}

class Assign extends OnLead {
  readonly to: Person;
  constructor(who: Person, at: number, to: Person) {
    super(who, at);
    this.to = to;
  }
  expect(model: Model, lead: ModelLead): boolean {
    const may = this.who === 'e0' && sees(this.who, lead) && lead.owner !== this.to;
    return may && (isOpen(lead) || lead.status === 'unassigned') && heldBy(model, this.to) < cap;
  }
  ask({ call }: Real, lead: ModelLead): Promise<Answer> {
    return call(this.who, 'POST', `/leads/${lead.id}/assign`, { ownerId: world.alpha.ids[this.to] });
  }
  apply(lead: ModelLead): void {
    if (lead.owner) lead.past.add(lead.owner);
    Object.assign(lead, { owner: this.to, pool: null, status: 'pending' });
  }
}

class Invalidate extends OnLead {
  expect(_model: Model, lead: ModelLead): boolean {
    return sees(this.who, lead) && (isOpen(lead) || lead.status === 'unassigned');
  }
  ask({ call }: Real, lead: ModelLead): Promise<Answer> {
    return call(this.who, 'POST', `/leads/${lead.id}/invalidate`, { reason: 'noNeed' });
  }
  apply(lead: ModelLead): void {
    lead.status = 'invalid';
  }
}

class Convert extends OnLead {
  expect(_model: Model, lead: ModelLead): boolean {
    return sees(this.who, lead) && (isOpen(lead) || lead.status === 'converted') && lead.owner !== null;
  }
  ask({ call }: Real, lead: ModelLead): Promise<Answer> {
    return call(this.who, 'POST', `/leads/${lead.id}/convert`, {});
  }
  apply(lead: ModelLead): void {
    lead.status = 'converted';
  }
}

class Undo extends OnLead {
  expect(model: Model, lead: ModelLead): boolean {
    const mine = lead.status === 'converted' && sees(this.who, lead) && lead.owner !== null;
    return mine && heldBy(model, lead.owner ?? 'e1') < cap;
  }
  ask({ call }: Real, lead: ModelLead): Promise<Answer> {
    return call(this.who, 'POST', `/leads/${lead.id}/undo-conversion`, {});
  }
  apply(lead: ModelLead): void {
    lead.status = 'following';
  }
}

class Delete extends OnLead {
  expect(_model: Model, lead: ModelLead): boolean {
    return this.who === 'e0' && sees(this.who, lead) && lead.status !== 'converted';
  }
  ask({ call }: Real, lead: ModelLead): Promise<Answer> {
    return call(this.who, 'DELETE', `/leads/${lead.id}`);
  }
  apply(lead: ModelLead): void {
    lead.deleted = true;
  }
}

class Restore extends OnLead {
  expect(model: Model, lead: ModelLead): boolean {
    if (this.who !== 'e0' || !lead.deleted || lead.owner === null) return false;
    return !isOpen(lead) || heldBy(model, lead.owner) < cap;
  }
  ask({ call }: Real, lead: ModelLead): Promise<Answer> {
    return call(this.who, 'POST', `/leads/${lead.id}/restore`, {});
  }
  apply(lead: ModelLead): void {
    lead.deleted = false;
  }
}

/** Where every lead is in the database is where the model has it. */
async function agrees(_real: Real, model: Model): Promise<void> {
  const ids = model.leads.map(({ id }) => id);
  const { rows } = await world.alpha.run('admin', ({ tx }) =>
    sql<{ id: string; owner: string | null; pool: string | null; status: string; gone: boolean }>`
      select id, owner_id as owner, pool_id as pool, status, deleted_at is not null as gone
      from leads where id = any(${ids}::uuid[]) order by id`.execute(tx),
  );
  const expected = model.leads.map(({ id, owner, pool, status, deleted }) => ({
    ...{ id, owner: owner && world.alpha.ids[owner], pool: pool === null ? null : (pools[pool] ?? null) },
    ...{ status, gone: deleted },
  }));
  expect(rows).toEqual(expected.sort((one, other) => (one.id < other.id ? -1 : 1)));
  for (const who of actors) {
    const held = rows.filter(
      (row) =>
        row.owner === world.alpha.ids[who] && !row.gone && ['pending', 'following'].includes(row.status),
    );
    expect(held.length).toBeLessThanOrEqual(cap);
  }
}

const who = fc.constantFrom(...actors);
const at = fc.nat({ max: 23 });
const commands: fc.Arbitrary<Command>[] = [
  fc.tuple(who, fc.constantFrom(null, 0, 1)).map(([one, pool]) => new Create(one, pool)),
  fc.tuple(who, at).map(([one, n]) => new Claim(one, n)),
  fc.tuple(who, at).map(([one, n]) => new Release(one, n)),
  fc.tuple(who, at, who).map(([one, n, to]) => new Assign(one, n, to)),
  fc.tuple(who, at).map(([one, n]) => new Invalidate(one, n)),
  fc.tuple(who, at).map(([one, n]) => new Convert(one, n)),
  fc.tuple(who, at).map(([one, n]) => new Undo(one, n)),
  fc.tuple(who, at).map(([one, n]) => new Delete(one, n)),
  fc.tuple(who, at).map(([one, n]) => new Restore(one, n)),
];

/** Every run begins with empty hands. */
async function emptyHands(): Promise<void> {
  await world.alpha.run('admin', async ({ tx, actor }) => {
    await sql`update leads set deleted_at = now(), version = version + 1
      where org_id = ${actor.orgId}::uuid and deleted_at is null and status <> 'converted'`.execute(tx);
    await sql`update lead_holders set held = 0 where org_id = ${actor.orgId}::uuid`.execute(tx);
  });
}

test('whatever three people do one after another, every lead is in exactly one place', async () => {
  await fc.assert(
    fc.asyncProperty(fc.commands(commands, { size: '+1', maxCommands: 40 }), async (plan) => {
      await emptyHands();
      await fc.asyncModelRun(() => ({ model: { leads: [] }, real: { call: world.alpha.call } }), plan);
      await world.settle();
      await expectNoOffenders(world);
    }),
    { numRuns: 12, endOnFailure: true },
  );
}, 240_000);

test('and whatever they do at the same moment, every invariant holds afterwards', async () => {
  const step = fc.tuple(who, at, who, fc.nat({ max: 8 }));
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 30, maxLength: 60 }), async (steps) => {
      await emptyHands();
      const ids: string[] = [];
      for (let n = 0; n < 8; n += 1) {
        made += 1;
        const body = { company: `同时 ${made}`, channel: 'website', poolId: pools[n % 2] };
        ids.push((await world.alpha.call('marketing', 'POST', '/leads', body)).body.id);
      }
      const answers = await Promise.all(
        steps.map(([one, n, to, what]) => {
          const id = ids[n % ids.length];
          const post = (path: string, body: object) =>
            world.alpha.call(one, 'POST', `/leads/${id}/${path}`, body);
          return [
            () => post('claim', {}),
            () => post('claim', {}),
            () => post('release', { reason: 'other', poolId: pools[n % 2] }),
            () => post('assign', { ownerId: world.alpha.ids[to] }),
            () => post('invalidate', { reason: 'noNeed' }),
            () => post('convert', {}),
            () => post('undo-conversion', {}),
            () => world.alpha.call(one, 'DELETE', `/leads/${id}`),
            () => post('restore', {}),
          ][what]?.();
        }),
      );
      expect(
        answers.filter((answer) => answer && answer.status >= 500).map((answer) => answer?.text),
      ).toEqual([]);
      await world.settle();
      await expectNoOffenders(world);
    }),
    { numRuns: 8, endOnFailure: true },
  );
}, 240_000);

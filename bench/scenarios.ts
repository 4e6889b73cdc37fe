import type pg from 'pg';
import type { Cast, Player, Scope } from './cast.ts';
import type { Ask, Talker } from './load.ts';

/** What the issue asks of it at 16 connections. */
export interface Target {
  readonly perSecond: number;
  readonly p95?: number;
}

/** One measured request: over HTTP by `talkers`, and the same as an operation of the route table for the raw run. */
export interface Scenario {
  readonly group: string;
  readonly name: string;
  readonly player: Player;
  readonly operation: string;
  readonly target?: Target;
  /** Writes can be sent only once each. */
  readonly writes: boolean;
  readonly talkers: (connections: number) => Talker[];
  /** Inputs for the raw run: a sample of reads, one per write. */
  readonly inputs: (count: number) => { player: Player; input: unknown }[];
}

const scopes = ['self', 'tree', 'all'] as const satisfies readonly Scope[];
const condition = (value: unknown) => encodeURIComponent(JSON.stringify(value));

/** Random, but the same at every run. */
function draw(start: number): (size: number) => number {
  let state = start;
  return (size) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 4_294_967_296) * size);
  };
}

function reading(
  one: Omit<Scenario, 'writes' | 'talkers' | 'inputs'>,
  paths: readonly string[],
  inputs: readonly unknown[],
): Scenario {
  return {
    ...one,
    writes: false,
    talkers: (connections) =>
      Array.from({ length: connections }, (_, place) => {
        const dice = draw(place + 1);
        return {
          next: (): Ask => ({ method: 'GET', path: paths[dice(paths.length)] ?? '', key: one.player.key }),
        };
      }),
    inputs: (count) =>
      Array.from({ length: Math.min(count, inputs.length) }, (_, place) => ({
        player: one.player,
        input: inputs[place],
      })),
  };
}

function lists(cast: Cast): Scenario[] {
  return scopes.map((scope) =>
    reading(
      {
        group: 'list',
        name: `list of 50, ${scope}`,
        player: cast[scope],
        operation: 'leads.list',
        target: { perSecond: 400, p95: 100 },
      },
      ['/leads?limit=50'],
      [{ limit: 50 }],
    ),
  );
}

/** Two and four characters, rare and frequent. */
const pieces = [
  ['华为', '2 rare'],
  ['科技', '2 frequent'],
  ['华为软件', '4 rare'],
  ['有限公司', '4 frequent'],
] as const;

function filters(cast: Cast): Scenario[] {
  return scopes.flatMap((scope) =>
    pieces.map(([text, what]) => {
      const filter = { field: 'company', operator: 'contains', value: text };
      return reading(
        {
          group: 'contains',
          name: `contains ${text} (${what}), ${scope}`,
          player: cast[scope],
          operation: 'leads.list',
          target: { perSecond: 150 },
        },
        [`/leads?limit=50&filter=${condition(filter)}`],
        [{ limit: 50, filter: JSON.stringify(filter) }],
      );
    }),
  );
}

async function records(cast: Cast, owner: pg.Client): Promise<Scenario[]> {
  const all: Scenario[] = [];
  for (const scope of scopes) {
    const { rows } = await owner.query<{ id: string }>(
      `select id from accounts where org_id = $1 and ($2::uuid is null or owner_id = $2) order by md5(id::text) limit 300`,
      [cast.orgId, scope === 'self' ? cast.self.userId : null],
    );
    const ids = rows.map((row) => row.id);
    // A manager sees a part of everybody's: what he does not see would answer 404 much faster.
    if (scope === 'tree') continue;
    const player = cast[scope];
    all.push(
      reading(
        {
          group: 'record',
          name: `one account, ${scope}`,
          player,
          operation: 'accounts.get',
          target: { perSecond: 400 },
        },
        ids.map((id) => `/accounts/${id}`),
        ids.slice(0, 50).map((id) => ({ id })),
      ),
      reading(
        { group: 'panels', name: `its timeline, ${scope}`, player, operation: 'activities.timeline' },
        ids.map((id) => `/records/accounts/${id}/timeline?limit=20`),
        ids.slice(0, 50).map((id) => ({ object: 'accounts', id, limit: 20 })),
      ),
      reading(
        { group: 'panels', name: `its deals, ${scope}`, player, operation: 'opportunities.list' },
        ids.map(
          (id) =>
            `/opportunities?limit=20&filter=${condition({ field: 'accountId', operator: '=', value: id })}`,
        ),
        ids.slice(0, 50).map((id) => ({
          limit: 20,
          filter: JSON.stringify({ field: 'accountId', operator: '=', value: id }),
        })),
      ),
    );
  }
  return all;
}

function boards(cast: Cast): Scenario[] {
  return scopes.map((scope) =>
    reading(
      {
        group: 'board',
        name: `board sums, ${scope}`,
        player: cast[scope],
        operation: 'opportunities.board',
        target: { perSecond: 150, p95: 150 },
      },
      ['/opportunities/board?cards=0'],
      [{ cards: 0 }],
    ),
  );
}

function searches(cast: Cast): Scenario[] {
  const words = ['hw', '华为', 'huawei', '1380'];
  return scopes.flatMap((scope) =>
    words.map((q) =>
      reading(
        {
          group: 'search',
          name: `search ${q}, ${scope}`,
          player: cast[scope],
          operation: 'search.everything',
          target: { perSecond: 300, p95: 150 },
        },
        [`/search?q=${encodeURIComponent(q)}`],
        [{ q }],
      ),
    ),
  );
}

/** A new lead each time; every connection is another rep, as in an office. */
function creating(cast: Cast): Scenario {
  const started = Date.now();
  let made = 0;
  const lead = () => {
    made += 1;
    const digits = String((started * 7 + made * 13) % 1_000_000_000).padStart(9, '0');
    return {
      company: `新客${started % 100_000}之${made}科技有限公司`,
      contactName: '测试',
      phone: `19${digits}`,
      channel: 'website',
    };
  };
  return {
    group: 'create',
    name: 'create a lead',
    player: cast.self,
    operation: 'leads.create',
    target: { perSecond: 300 },
    writes: true,
    talkers: (connections) =>
      Array.from({ length: connections }, (_, place) => ({
        next: () => ({
          method: 'POST' as const,
          path: '/leads',
          body: lead(),
          key: (cast.reps[place % cast.reps.length] ?? cast.self).key,
        }),
      })),
    inputs: (count) =>
      Array.from({ length: count }, (_, place) => ({
        player: cast.reps[place % cast.reps.length] ?? cast.self,
        input: lead(),
      })),
  };
}

interface Deal {
  readonly id: string;
  version: number;
  stage: string;
}

/** Deals go on to the next stage and back again, each by its own owner's key. */
async function moving(cast: Cast, owner: pg.Client): Promise<Scenario> {
  const of = new Map<string, Deal[]>();
  for (const rep of cast.reps) {
    const { rows } = await owner.query<Deal>(
      `select id, version, stage from opportunities where org_id = $1 and owner_id = $2 and stage in ('contacted', 'qualified')
        and deleted_at is null order by md5(id::text) limit 200`,
      [cast.orgId, rep.userId],
    );
    of.set(rep.userId, rows);
  }
  const move = (deal: Deal) => ({
    version: deal.version,
    stage: deal.stage === 'contacted' ? 'qualified' : 'contacted',
    reason: '需求有变',
  });
  return {
    group: 'move',
    name: 'move a deal a stage',
    player: cast.self,
    operation: 'opportunities.move',
    target: { perSecond: 300 },
    writes: true,
    talkers: (connections) =>
      Array.from({ length: connections }, (_, place) => {
        const rep = cast.reps[place % cast.reps.length] ?? cast.self;
        const deals = of.get(rep.userId) ?? [];
        let turn = 0;
        let now: Deal | undefined;
        return {
          next() {
            now = deals[turn % deals.length];
            turn += 1;
            if (!now) return null;
            return { method: 'POST', path: `/opportunities/${now.id}/move`, body: move(now), key: rep.key };
          },
          heard(body) {
            if (!now) return;
            now.stage = move(now).stage;
            now.version = (body as { version: number }).version;
          },
        };
      }),
    inputs: (count) => {
      const all = cast.reps.flatMap((rep) =>
        (of.get(rep.userId) ?? []).slice(20).map((deal) => ({
          player: rep,
          input: { id: deal.id, ...move(deal) },
        })),
      );
      return spread(all, cast.reps.length).slice(0, count);
    },
  };
}

/** One of each rep after the other, so that neighbours do not wait for each other. */
function spread<T extends { player: Player }>(all: readonly T[], people: number): T[] {
  const groups = [...Map.groupBy(all, (one) => one.player.userId).values()];
  const mixed: T[] = [];
  for (let row = 0; mixed.length < all.length; row += 1)
    for (let person = 0; person < people; person += 1) {
      const one = groups[person]?.[row];
      if (one) mixed.push(one);
    }
  return mixed;
}

async function claiming(cast: Cast, owner: pg.Client): Promise<Scenario> {
  const { rows } = await owner.query<{ id: string }>(
    `select id from leads where org_id = $1 and status = 'unassigned' and deleted_at is null order by md5(id::text) limit 20000`,
    [cast.orgId],
  );
  const waiting = rows.map((row) => row.id);
  return {
    group: 'claim',
    name: 'claim a lead',
    player: cast.self,
    operation: 'leads.claim',
    target: { perSecond: 300 },
    writes: true,
    talkers: (connections) =>
      Array.from({ length: connections }, (_, place) => ({
        next() {
          const id = waiting.pop();
          const { key } = cast.reps[place % cast.reps.length] ?? cast.self;
          return id ? { method: 'POST', path: `/leads/${id}/claim`, body: {}, key } : null;
        },
      })),
    inputs: (count) =>
      Array.from({ length: count }, (_, place) => ({
        player: cast.reps[place % cast.reps.length] ?? cast.self,
        input: { id: waiting.pop() },
      })),
  };
}

/** Everything that is measured request by request, in the order of the issue. */
export async function allScenarios(cast: Cast, owner: pg.Client): Promise<Scenario[]> {
  return [
    ...lists(cast),
    ...filters(cast),
    ...(await records(cast, owner)),
    ...boards(cast),
    ...searches(cast),
    creating(cast),
    await moving(cast, owner),
    await claiming(cast, owner),
  ];
}

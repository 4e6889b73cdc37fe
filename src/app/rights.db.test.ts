import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checks } from '#identity/checks.ts';
import { slice as identity } from '#identity/slice.ts';
import { bindClient, inTransaction } from '#kernel/db.ts';
import { withClient } from '#kernel/postgres/external.ts';
import { demoPassword, type SignInServer, startSignInServer } from './testing/sign-in-server.ts';

let server: SignInServer;
let admin: string;
const ids: Record<string, string> = {};
const roleIds: Record<string, string> = {};

beforeAll(async () => {
  server = await startSignInServer();
  admin = await server.signIn('admin');
  for (const row of await asOwner<{ email: string; id: string }>('select email, id from users'))
    ids[row.email.split('@')[0] ?? ''] = row.id;
  for (const row of await asOwner<{ key: string; id: string }>('select key, id from roles'))
    roleIds[row.key] = row.id;
});
afterAll(async () => {
  for (const check of checks) {
    const offenders = await withClient(
      server.ownerUrl,
      async (client) => (await check.offenders.execute(bindClient(client))).rows,
    );
    expect([check.says, offenders]).toEqual([check.says, []]);
  }
  await server.stop();
});

const asOwner = <T>(text: string, values: unknown[] = []) =>
  withClient(server.ownerUrl, async (client) => (await client.query(text, values)).rows as T[]);
const post = (path: string, body: object, cookie = admin) =>
  server.ask({ method: 'POST', path, body, cookie });
const patch = (path: string, body: object, cookie = admin) =>
  server.ask({ method: 'PATCH', path, body, cookie });
const versionOf = async (account: string) =>
  (await asOwner<{ version: number }>('select version from users where id = $1', [ids[account]]))[0]
    ?.version ?? 0;
const assign = async (account: string, roles: string[], cookie = admin) =>
  post(
    `/users/${ids[account]}/roles`,
    { version: await versionOf(account), roleIds: roles.map((key) => roleIds[key]) },
    cookie,
  );

describe('giving rights', () => {
  it('a change of roles counts with the next request of a session that is open', async () => {
    const cookie = await server.signIn('rep1');
    expect((await server.ask({ path: '/users', cookie })).status).toBe(403);
    expect((await assign('rep1', ['rep', 'manager'])).status).toBe(200);
    expect((await server.ask({ path: '/users', cookie })).status).toBe(200);
    expect((await assign('rep1', ['rep'])).status).toBe(200);
    expect((await server.ask({ path: '/users', cookie })).status).toBe(403);
    const [fact] = await asOwner<{ data: object; changes: object }>(
      "select data, changes from events where type = 'user.roles_assigned' order by at desc limit 1",
    );
    expect(fact).toMatchObject({
      data: { removed: ['销售经理'] },
      changes: { roles: [['销售代表', '销售经理'], ['销售代表']] },
    });
  });

  it('E01 a lesser administrator cannot give what he does not have, nor reach above himself', async () => {
    const lesser = await post('/roles', {
      name: '行政',
      nameEn: 'Office',
      permissions: ['users.read', 'users.manage', 'teams.manage', 'roles.manage'],
    });
    expect(lesser.status).toBe(201);
    roleIds.office = lesser.body.id;
    expect((await assign('manager3', ['office'])).status).toBe(200);
    const cookie = await server.signIn('manager3');
    const forbidden = async (answer: Promise<{ status: number; body: { code: string } }>) => {
      const { status, body } = await answer;
      return [status, body.code];
    };
    expect(await forbidden(assign('rep2', ['admin'], cookie))).toEqual([403, 'role_above_own']);
    expect(await forbidden(assign('manager3', ['office', 'rep'], cookie))).toEqual([403, 'not_to_yourself']);
    expect(await forbidden(assign('admin', [], cookie))).toEqual([403, 'role_above_own']);
    const role = (await server.ask({ path: '/roles', cookie })).body.items.find(
      (one: { id: string }) => one.id === roleIds.office,
    );
    expect(
      await forbidden(patch(`/roles/${role.id}`, { version: role.version, permissions: [] }, cookie)),
    ).toEqual([403, 'own_role']);
    const above = { name: 'x', nameEn: 'x', permissions: ['roles.grant_any'] };
    expect(await forbidden(post('/roles', above, cookie))).toEqual([403, 'role_above_own']);
    const teams = (await server.ask({ path: '/teams', cookie })).body.items;
    const finance = teams.find((one: { name: string }) => one.name === '财务部');
    const me = await versionOf('manager3');
    expect(
      await forbidden(patch(`/users/${ids.manager3}`, { version: me, teamId: finance.id }, cookie)),
    ).toEqual([403, 'not_to_yourself']);
    expect(
      await forbidden(
        patch(`/teams/${finance.id}`, { version: finance.version, leaderId: ids.manager3 }, cookie),
      ),
    ).toEqual([403, 'not_to_yourself']);
    const mail = { version: await versionOf('admin'), email: 'mine@demo.yingdan.test' };
    expect(await forbidden(patch(`/users/${ids.admin}`, mail, cookie))).toEqual([403, 'role_above_own']);
    const leaving = { version: await versionOf('admin'), successorId: ids.manager3 };
    expect(await forbidden(post(`/users/${ids.admin}/disable`, leaving, cookie))).toEqual([
      403,
      'role_above_own',
    ]);
  });

  it('E07 the last administrator stays, also when two remove each other at once', async () => {
    expect((await assign('admin', [])).body.code).toBe('last_admin');
    const self = { version: await versionOf('admin'), successorId: ids.manager1 };
    expect((await post(`/users/${ids.admin}/disable`, self)).body.code).toBe('last_admin');
    const second = await server.signIn('manager1');
    for (let round = 0; round < 8; round += 1) {
      expect((await assign('manager1', ['manager', 'admin'])).status).toBe(200);
      const [mine, his] = [await versionOf('admin'), await versionOf('manager1')];
      const drop = (account: string, version: number, roles: (string | undefined)[], cookie: string) =>
        post(`/users/${ids[account]}/roles`, { version, roleIds: roles }, cookie);
      const both = await Promise.all([
        drop('manager1', his, [roleIds.manager], admin),
        drop('admin', mine, [], second),
      ]);
      // The second one has lost his right by then, or is refused because he would remove the last one.
      expect(both.map((answer) => answer.status).filter((status) => status === 200)).toHaveLength(1);
      if (both[1].status !== 200) continue;
      expect((await assign('admin', ['admin'], second)).status).toBe(200);
      expect((await assign('manager1', ['manager'])).status).toBe(200);
    }
  });

  it('a role takes only rights that exist', async () => {
    const answer = await post('/roles', {
      name: 'x',
      nameEn: 'x',
      permissions: ['nothing.at_all'],
      scopes: { users: 'all' },
      fieldRights: { users: { name: 'hidden', nope: 'read' } },
    });
    expect(answer.status).toBe(422);
    expect(answer.body.errors.map((one: { field: string; code: string }) => [one.field, one.code])).toEqual([
      ['permissions.nothing.at_all', 'unknown_choice'],
      ['scopes.users', 'unknown_choice'],
      ['fieldRights.users.name', 'name_cannot_be_hidden'],
      ['fieldRights.users.nope', 'unknown_field'],
    ]);
  });

  it('a hidden field is not there: not in lists, filters, sorts or the catalogue', async () => {
    const role = await post('/roles', {
      name: '前台',
      nameEn: 'Desk',
      permissions: ['users.read'],
      fieldRights: { users: { phone: 'hidden', email: 'masked' } },
    });
    roleIds.desk = role.body.id;
    expect((await assign('rep6', ['desk'])).status).toBe(200);
    const cookie = await server.signIn('rep6');
    const list = await server.ask({ path: '/users?limit=5', cookie });
    expect(list.status).toBe(200);
    expect(list.body.items[0]).not.toHaveProperty('phone');
    const filter = encodeURIComponent(JSON.stringify({ field: 'phone', operator: 'contains', value: '138' }));
    expect((await server.ask({ path: `/users?filter=${filter}`, cookie })).status).toBe(422);
    const objects = (await server.ask({ path: '/catalogue', cookie })).body.objects;
    const users = objects.find((one: { object: string }) => one.object === 'users');
    expect(users.fields.map((field: { key: string }) => field.key)).not.toContain('phone');
  });
});

describe('leaving', () => {
  it('needs an active successor, ends everything at once and hands the team over', async () => {
    const cookie = await server.signIn('rep5');
    const key = await post('/me/api-keys', { name: 'feed' }, cookie);
    const disable = async (successor: string | undefined) =>
      post(`/users/${ids.rep5}/disable`, { version: await versionOf('rep5'), successorId: successor });
    expect((await post(`/users/${ids.rep5}/disable`, { version: 1 })).status).toBe(422);
    expect((await disable(ids.rep5)).body.code).toBe('successor_not_active');
    expect((await disable(ids.rep8)).status).toBe(200);
    expect((await server.ask({ path: '/me', cookie })).status).toBe(401);
    expect((await server.ask({ path: '/me', key: key.body.key })).status).toBe(401);
    const again = { email: 'rep5@demo.yingdan.test', password: demoPassword };
    expect((await post('/sign-in', again, '')).body.code).toBe('wrong_sign_in');
    const [team] = await asOwner<{ name: string }>('select name from teams where leader_id = $1', [ids.rep8]);
    expect(team?.name).toBe('华南组');
    const [fact] = await asOwner<{ data: object }>("select data from events where type = 'user.disabled'");
    expect(fact?.data).toEqual({ successorId: ids.rep8 });
    expect((await disable(ids.rep8)).body.code).toBe('already_disabled');
    const enable = await post(`/users/${ids.rep5}/enable`, { version: await versionOf('rep5') });
    expect(enable.status).toBe(200);
    await server.signIn('rep5');
  });
});

describe('the tree of teams', () => {
  const teamNamed = async (name: string) =>
    (await server.ask({ path: '/teams', cookie: admin })).body.items.find(
      (one: { name: string }) => one.name === name,
    );

  it('E03 has no circles and a bottom', async () => {
    const centre = await teamNamed('销售中心');
    const group = await teamNamed('华东一组');
    const circle = await patch(`/teams/${centre.id}`, { version: centre.version, parentId: group.id });
    expect([circle.status, circle.body.errors[0].code]).toEqual([422, 'team_below_itself']);
    const self = await patch(`/teams/${centre.id}`, { version: centre.version, parentId: centre.id });
    expect(self.status).toBe(422);
    let parentId = group.id;
    let deepest = { status: 201, body: { id: '', errors: [{ code: '' }] } };
    for (let level = 0; level < 14 && deepest.status === 201; level += 1) {
      deepest = await post('/teams', { name: `层 ${level}`, parentId });
      if (deepest.status === 201) parentId = deepest.body.id;
    }
    expect([deepest.status, deepest.body.errors[0]?.code]).toEqual([422, 'team_too_deep']);
  });

  it('E03 two moves at once cannot close a circle', async () => {
    const [left, right] = [await post('/teams', { name: '左' }), await post('/teams', { name: '右' })];
    const moves = await Promise.all([
      patch(`/teams/${left.body.id}`, { version: 1, parentId: right.body.id }),
      patch(`/teams/${right.body.id}`, { version: 1, parentId: left.body.id }),
    ]);
    expect(moves.map((answer) => answer.status).toSorted()).toEqual([200, 422]);
  });

  it('moving a team changes at once what its manager sees', async () => {
    const cookie = await server.signIn('manager2');
    const seen = async () =>
      inTransaction(server.database, (await server.ask({ path: '/me', cookie })).body.org.id, async (tx) => {
        const { loadActor } = await import('#identity/public.ts');
        const org = (await server.ask({ path: '/me', cookie })).body.org.id;
        return (await loadActor(tx, org, ids.manager2 ?? ''))?.treeMembers.length;
      });
    const before = await seen();
    const north = await teamNamed('华北组');
    const department = await teamNamed('销售二部');
    expect(
      (await patch(`/teams/${north.id}`, { version: north.version, parentId: department.id })).status,
    ).toBe(200);
    expect(await seen()).toBe((before ?? 0) + 4);
  });

  it('refuses to delete a team with people, and a stale change', async () => {
    const group = await teamNamed('华东二组');
    expect(
      (await server.ask({ method: 'DELETE', path: `/teams/${group.id}`, cookie: admin })).body.code,
    ).toBe('team_not_empty');
    expect((await patch(`/teams/${group.id}`, { version: group.version, name: '华东二队' })).status).toBe(
      200,
    );
    expect((await patch(`/teams/${group.id}`, { version: group.version, name: '华东三队' })).body.code).toBe(
      'stale_version',
    );
  });
});

describe('inviting', () => {
  it('gives a link that sets the first password and signs in, once', async () => {
    const invited = await post('/users', {
      name: '新同事',
      email: 'New.Person@Demo.yingdan.test',
      roleIds: [roleIds.rep],
    });
    expect(invited.status).toBe(201);
    const token = String(invited.body.inviteUrl).split('#')[1];
    const look = await server.ask({ method: 'POST', path: '/invitations/look', body: { token } });
    expect(look.body).toEqual({
      name: '新同事',
      email: 'new.person@demo.yingdan.test',
      organisation: '澜图视觉科技',
    });
    const accept = () =>
      server.ask({
        method: 'POST',
        path: '/invitations/accept',
        body: { token, password: 'blue-mountain-tea-9' },
      });
    const accepted = await accept();
    expect(accepted.status).toBe(200);
    expect((await server.ask({ path: '/me', cookie: accepted.cookie ?? '' })).body.name).toBe('新同事');
    expect((await accept()).body.code).toBe('link_used_up');
    const twice = await post('/users', {
      name: '又一个',
      email: 'new.person@demo.yingdan.test',
      roleIds: [roleIds.rep],
    });
    expect(twice.body.errors[0]).toMatchObject({ field: 'email', code: 'email_taken' });
  });

  it('a new person with a password given by another must choose his own first', async () => {
    await asOwner("update logins set must_change_password = true where email = 'rep10@demo.yingdan.test'");
    const cookie = await server.signIn('rep10');
    expect((await server.ask({ path: '/me', cookie })).body.mustChangePassword).toBe(true);
    expect((await server.ask({ path: '/directory', cookie })).body.code).toBe('must_change_password');
    const change = { current: demoPassword, password: 'blue-mountain-tea-9' };
    const changed = await post('/password/change', change, cookie);
    expect((await server.ask({ path: '/directory', cookie: changed.cookie ?? '' })).status).toBe(200);
  });
});

describe('built-in roles', () => {
  it('gain what a new version adds and keep what an administrator changed', async () => {
    const { syncBuiltInRoles } = await import('#identity/public.ts');
    const roles = (await server.ask({ path: '/roles', cookie: admin })).body.items;
    const rep = roles.find((one: { key: string }) => one.key === 'rep');
    expect((await patch(`/roles/${rep.id}`, { version: rep.version, permissions: [] })).status).toBe(200);
    const presets = [
      ...(identity.presets ?? []),
      { role: 'rep' as const, permissions: ['leads.read'], scopes: { leads: 'self' as const } },
    ];
    const [org] = await asOwner<{ id: string }>('select id from orgs');
    await inTransaction(server.database, org?.id ?? '', (tx) =>
      syncBuiltInRoles(tx, org?.id ?? '', { presets }),
    );
    const [after] = await asOwner<{ permissions: string[]; scopes: object }>(
      "select permissions, scopes from roles where key = 'rep'",
    );
    expect(after).toEqual({ permissions: ['leads.read'], scopes: { leads: 'self' } });
  });
});

describe('first set-up', () => {
  it('M07 happens once: of twenty at the same time one becomes the administrator, then it is gone', async () => {
    const empty = await startSignInServer({ people: false });
    try {
      expect((await empty.ask({ path: '/setup' })).status).toBe(200);
      const setUp = (turn: number) =>
        empty.ask({
          method: 'POST',
          path: '/setup',
          body: {
            organisation: '新公司',
            name: '老板',
            email: `boss${turn}@example.test`,
            password: 'blue-mountain-tea-9',
          },
        });
      const answers = await Promise.all(Array.from({ length: 20 }, (_, turn) => setUp(turn)));
      expect(answers.filter((answer) => answer.status === 201)).toHaveLength(1);
      expect(answers.filter((answer) => answer.status === 404)).toHaveLength(19);
      const winner = answers.find((answer) => answer.status === 201);
      const me = await empty.ask({ path: '/me', cookie: winner?.cookie ?? '' });
      expect(me.body.roles[0].key).toBe('admin');
      expect((await empty.ask({ path: '/setup' })).status).toBe(404);
      expect((await setUp(99)).status).toBe(404);
    } finally {
      await empty.stop();
    }
  });
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import { testWorld, type World } from './testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());

it('the present row of a stale edit obeys field rights: masked is starred, hidden and unlisted is not there', async () => {
  const { call } = world.alpha;
  const made = await call('e1', 'POST', '/accounts', {
    name: '旧版本有限公司',
    phone: '13900001234',
    note: '只给自己看',
  });
  expect(made.status).toBe(201);
  const path = `/accounts/${made.body.id}`;
  expect((await call('e1', 'PATCH', path, { version: 1, industry: 'software' })).status).toBe(200);

  const roles = await call('admin', 'GET', '/roles');
  for (const { id, key, version } of roles.body.items)
    if (['rep', 'manager'].includes(key))
      expect(
        (
          await call('admin', 'PATCH', `/roles/${id}`, {
            version,
            fieldRights: { accounts: { phone: 'masked', note: 'hidden' } },
          })
        ).status,
      ).toBe(200);

  const refused = await call('e1', 'PATCH', path, { version: 1, industry: 'finance' });
  expect([refused.status, refused.body.code]).toEqual([409, 'stale_version']);
  expect(refused.body.current).toMatchObject({ id: made.body.id, version: 2, industry: 'software' });
  expect(refused.text).not.toContain('13900001234');
  expect(refused.text).not.toContain('只给自己看');
  expect(Object.keys(refused.body.current)).not.toContain('note');
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withClient } from '#kernel/postgres/external.ts';
import { slices } from './slices.ts';
import { type SignInServer, startSignInServer } from './testing/sign-in-server.ts';

let server: SignInServer;
beforeAll(async () => {
  server = await startSignInServer({
    slices: slices.map(({ demo, ...slice }) => (slice.name === 'identity' ? { ...slice, demo } : slice)),
  });
});
afterAll(() => server.stop());

const idOf = async (account: string) =>
  withClient(server.ownerUrl, async (client) => {
    const found = await client.query<{ id: string }>('select id from users where email = $1', [
      `${account}@demo.yingdan.test`,
    ]);
    return found.rows[0]?.id ?? '';
  });

describe('why can I see this', () => {
  it('names the role, its scope and the teams in between; to others the record is not there', async () => {
    const rep = await server.signIn('rep1');
    const made = await server.ask({
      method: 'POST',
      path: '/leads',
      cookie: rep,
      body: { company: '杭州云脉科技有限公司', contactName: '薛承安', channel: 'website' },
    });
    expect([made.status, made.raw.body]).toEqual([201, expect.any(String)]);
    const why = (cookie: string) =>
      server.ask({ path: `/access/why?object=leads&id=${made.body.id}`, cookie });

    const own = await why(rep);
    expect(own.body.owner).toMatchObject({ id: await idOf('rep1'), team: '华东一组' });
    expect(own.body.grants).toEqual([
      {
        kind: 'role',
        role: { name: '销售代表', nameEn: 'Sales representative' },
        scope: 'self',
        through: [],
      },
    ]);
    const above = await why(await server.signIn('manager1'));
    expect(above.body.grants).toEqual([
      {
        kind: 'role',
        role: { name: '销售经理', nameEn: 'Sales manager' },
        scope: 'teamTree',
        through: ['澜图视觉科技', '销售中心', '销售一部', '华东一组'],
      },
    ]);
    for (const stranger of ['rep2', 'manager2', 'finance'])
      expect([stranger, (await why(await server.signIn(stranger))).status]).toEqual([stranger, 404]);
    expect(
      (await server.ask({ path: `/access/why?object=nothing&id=${made.body.id}`, cookie: rep })).status,
    ).toBe(404);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SignInServer, startSignInServer } from './testing/sign-in-server.ts';

let server: SignInServer;
beforeAll(async () => {
  server = await startSignInServer();
});
afterAll(() => server.stop());

describe('signing in', () => {
  it('opens a session with the right password and says who it is', async () => {
    const cookie = await server.signIn('manager1');
    const me = await server.ask({ path: '/me', cookie });
    expect(me.status).toBe(200);
    expect(me.body.name).toBe('陆知行');
    expect(me.body.team.name).toBe('销售一部');
    expect(me.body.roles.map((role: { key: string }) => role.key)).toEqual(['manager']);
    const catalogue = await server.ask({ path: '/catalogue', cookie });
    expect(catalogue.body.objects.map((one: { object: string }) => one.object)).toContain('users');
    const directory = await server.ask({ path: '/directory', cookie });
    expect(directory.body.people).toHaveLength(20);
    expect(directory.body.teams[0].name).toBe('澜图视觉科技');
  });
});

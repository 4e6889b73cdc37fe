import { afterAll, beforeAll, expect, test } from 'vitest';
import { testWorld, type World } from '#app/testing/world.ts';
import { usccCheck } from '#kernel/values/uscc.ts';

let world: World;
beforeAll(async () => {
  world = await testWorld();
});
afterAll(async () => {
  await world.close();
});

const code = `91330100MA2B12345${usccCheck('91330100MA2B12345')}`;
const reps = ['e1', 'e2', 'w1', 'e0', 'w0'] as const;

test.each([
  ['mobile', { phone: '+86 139-1111-3333' }],
  ['credit code', { uscc: code.toLowerCase() }],
])(
  'of fifty leads with one %s one comes in, and the others read whose it is, masked',
  async (_key, values) => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        world.alpha.call(reps[n % 5] ?? 'e1', 'POST', '/leads', {
          company: '苍梧电缆',
          channel: 'website',
          ...values,
        }),
      ),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    const losers = answers.filter(({ status }) => status === 409);
    expect(losers).toHaveLength(49);
    for (const { body } of losers) {
      expect(body).toMatchObject({ code: 'already_exists', detail: { name: '苍**', status: 'pending' } });
      expect(body.detail.owner).toMatch(/^Alpha /);
      expect(body.title).toContain('待跟进');
      expect(JSON.stringify(body)).not.toContain('苍梧');
    }
  },
);

test('a credit code whose check character is wrong is refused by its field', async () => {
  const wrong = `${code.slice(0, 17)}${code.endsWith('A') ? 'B' : 'A'}`;
  const answer = await world.alpha.call('e1', 'POST', '/leads', {
    company: '甲',
    channel: 'website',
    uscc: wrong,
  });
  expect(answer).toMatchObject({
    status: 422,
    body: { errors: [{ field: 'uscc', code: 'not_a_credit_code' }] },
  });
});

test('nobody changes a lead into the mobile of another, or restores one whose number was taken meanwhile', async () => {
  const make = (phone?: string) =>
    world.alpha.call('e1', 'POST', '/leads', { company: `号码 ${phone}`, channel: 'website', phone });
  const first = (await make('13700137001')).body;
  const second = (await make()).body;
  const changed = await world.alpha.call('e1', 'PATCH', `/leads/${second.id}`, {
    version: second.version,
    phone: '13700137001',
  });
  expect(changed.body).toMatchObject({ code: 'already_exists', detail: { name: '号**' } });
  await world.alpha.call('e0', 'DELETE', `/leads/${first.id}`);
  expect((await make('13700137001')).status).toBe(201);
  const restored = await world.alpha.call('e0', 'POST', `/leads/${first.id}/restore`, {});
  expect(restored.body.code).toBe('already_exists');
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from '#kernel/db.ts';
import { withClient } from '#kernel/postgres/external.ts';
import { atOnce } from '#kernel/testing/at-once.ts';
import { type TestDatabase, testDatabase } from '#kernel/testing/database.ts';
import { type TestOrg, testOrg } from '#kernel/testing/org.ts';
import { closeSample } from './close-sample.ts';
import { createSample } from './create-sample.ts';
import { updateSample } from './update-sample.ts';

let server: TestDatabase;
let database: Database;
let rep: TestOrg;

beforeAll(async () => {
  server = await testDatabase();
  database = openDatabase(server.appUrl);
  rep = await testOrg(database, { permissions: new Set(['samples.read']), scopes: { samples: 'self' } });
  await asOwner('insert into users (org_id, id, name, email) values ($1, $2, $3, $4)', [
    rep.id,
    rep.actor.id,
    'Rep',
    'rep@example.org',
  ]);
});
afterAll(async () => {
  await database.close();
  await server.drop();
});

const asOwner = (statement: string, values: unknown[]) =>
  withClient(server.ownerUrl, async (client) => (await client.query(statement, values)).rows);
const create = (name: string) => rep.run((step) => createSample({ name }, step));
const change = (id: string, version: number, values: Record<string, unknown>) =>
  rep.run((step) => updateSample({ id, version, ...values }, step));
const close = (id: string) => rep.run((step) => closeSample({ id }, step));

test('a new sample is open and belongs to whoever created it', async () => {
  const { id } = await create('First');
  expect(await asOwner('select name, status, owner_id, version from samples where id = $1', [id])).toEqual([
    { name: 'First', status: 'open', owner_id: rep.actor.id, version: 1 },
  ]);
});

test('of six people who close a sample at once, one does and the others read that it is closed', async () => {
  const { id } = await create('Contested');
  const outcomes = await atOnce(6, rep.run, (step) => closeSample({ id }, step));
  const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
  expect(refused.map(({ reason }) => reason.code)).toEqual(Array(5).fill('already_closed'));
  const facts = await asOwner("select type from events where subject_id = $1 and type = 'sample.closed'", [
    id,
  ]);
  expect(facts).toHaveLength(1);
});

test('a closed sample is history and is no longer changed', async () => {
  const { id } = await create('Past');
  const { version } = await close(id);
  await expect(change(id, version, { name: 'New' })).rejects.toMatchObject({
    code: 'already_closed',
  });
});

test('a change under an old version is refused with the present values', async () => {
  const { id, version } = await create('Draft');
  await change(id, version, { name: 'Second draft' });
  await expect(change(id, version, { name: 'Lost' })).rejects.toMatchObject({
    kind: 'stale',
  });
});

test('a sample out of sight does not exist', async () => {
  const { id } = await create('Mine');
  const stranger = { ...rep.actor, id: '00000000-0000-7000-8000-000000000001' };
  await expect(rep.run((step) => closeSample({ id }, { ...step, actor: stranger }))).rejects.toMatchObject({
    kind: 'notFound',
  });
});

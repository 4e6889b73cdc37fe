import { defineObject } from '#kernel/fields.ts';
import { withClient } from '#kernel/postgres/external.ts';

/** An object that exists in tests only: owned rows with a public and a secret field. */
export const things = defineObject({
  object: 'things',
  table: 'things',
  label: { zh: '东西', en: 'Things' },
  ownerColumn: 'owner_id',
  nameField: 'name',
  defaultSort: 'name',
  fields: [
    { key: 'name', type: 'text', label: { zh: '名称', en: 'Name' } },
    { key: 'secret', type: 'text', label: { zh: '机密', en: 'Secret' } },
  ],
});

/** Makes the table of the object that tests of the ground are about. */
export async function makeThings(ownerUrl: string): Promise<void> {
  await withClient(ownerUrl, (client) =>
    client.query(`create table things (org_id uuid not null, id uuid not null, owner_id uuid, name text, secret text,
      primary key (org_id, id)); select yd_tenant_table('things')`),
  );
}

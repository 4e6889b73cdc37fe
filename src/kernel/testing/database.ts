import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import '#kernel/testing/global-setup.ts';
import { withClient } from '#kernel/postgres/external.ts';

/** A database of one test file alone. */
export interface TestDatabase {
  readonly name: string;
  /** Signs in as the owner, whom row-level security does not bind: for arranging and for checking. */
  readonly ownerUrl: string;
  /** Signs in as the role that the server works as. */
  readonly appUrl: string;
  drop(): Promise<void>;
}

/** Clones the migrated template into a database of its own; `empty` gives one without any migration. */
export async function testDatabase(options: { empty?: boolean } = {}): Promise<TestDatabase> {
  const { ownerUrl, appUrl, template } = inject('testServer');
  const name = `yt_${randomBytes(6).toString('hex')}`;
  const source = options.empty ? "template0 encoding 'UTF8'" : template;
  await withClient(ownerUrl, (client) => client.query(`create database ${name} template ${source}`));
  return {
    name,
    ownerUrl: inDatabase(ownerUrl, name),
    appUrl: inDatabase(appUrl, name),
    drop: async () => {
      await withClient(ownerUrl, (client) => client.query(`drop database if exists ${name} with (force)`));
    },
  };
}

function inDatabase(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.toString();
}

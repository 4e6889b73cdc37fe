import { randomBytes } from 'node:crypto';
import type { TestProject } from 'vitest/node';
import { installJobs } from '#kernel/jobs/install.ts';
import { migrate } from '#kernel/migrate.ts';
import { derivedPassword, ensureAppRole, withClient, withLogin } from '#kernel/postgres/external.ts';
import { startScratchServer } from '#kernel/testing/scratch-server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    testServer: { readonly ownerUrl: string; readonly appUrl: string; readonly template: string };
  }
}

/**
 * Starts one database server for the whole run and migrates the template. TEST_DATABASE_URL names another server,
 * TEST_POSTGRES_BIN the programs of another version.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const external = process.env.TEST_DATABASE_URL;
  const server = external
    ? { url: external, stop: async () => {} }
    : await startScratchServer({}, { bin: process.env.TEST_POSTGRES_BIN });
  const template = `yt_${randomBytes(4).toString('hex')}_template`;
  const login = new URL(server.url);
  const ownerUrl = withLogin(
    server.url,
    decodeURIComponent(login.username),
    decodeURIComponent(login.password),
    template,
  );
  try {
    const appUrl = await ensureAppRole(server.url, derivedPassword(server.url, 'only for tests'));
    await withClient(server.url, (client) =>
      client.query(`create database ${template} template template0 encoding 'UTF8'`),
    );
    await migrate(ownerUrl);
    await installJobs(ownerUrl);
    project.provide('testServer', { ownerUrl: server.url, appUrl, template });
  } catch (error) {
    await server.stop();
    throw error;
  }
  return async () => {
    await withClient(server.url, (client) =>
      client.query(`drop database if exists ${template} with (force)`),
    );
    await server.stop();
  };
}

import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const everywhere = ['**/node_modules/**', '**/.data/**'];

/**
 * Three projects. `rules`: everything that needs no database. `db`: files ending in `.db.test.ts`, each with a
 * database of its own. `e2e`: browser journeys against a real server, one at a time.
 */
export default defineConfig({
  plugins: [react()],
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'rules',
          // Properties try hundreds of cases; a machine under load must not fail them.
          testTimeout: 30_000,
          include: ['src/**/*.test.{ts,tsx}', 'tools/**/*.test.ts', 'bin/**/*.test.ts'],
          exclude: [...everywhere, '**/*.db.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'db',
          include: ['src/**/*.db.test.ts', 'tools/**/*.db.test.ts', 'tests/**/*.db.test.ts'],
          exclude: everywhere,
          globalSetup: ['src/kernel/testing/global-setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          pool: 'forks',
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['e2e/**/*.journey.ts'],
          globalSetup: ['e2e/ground/global-setup.ts'],
          exclude: everywhere,
          testTimeout: 240_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          pool: 'forks',
        },
      },
    ],
  },
});

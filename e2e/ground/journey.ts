import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, inject } from 'vitest';
import { type Look, openBrowser, openWindow, signIn } from './browser.ts';

export interface Journey {
  /** A window of one demo person, signed in. */
  as(account: string, look?: Look): Promise<Page>;
  go(page: Page, path: string): Promise<unknown>;
  /** What went wrong in any page so far: errors in the console, failed answers. */
  readonly seen: readonly string[];
}

/**
 * The browser of one file of journeys. Each step stands on the one before: after a failure the rest would only
 * wait for what never comes, so it fails at once; the last page is kept as a picture.
 */
export function journey(name: string): Journey {
  const { url, password } = inject('product');
  let browser: Browser;
  let broken = false;
  const seen: string[] = [];
  const windows: Page[] = [];
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
  });
  beforeEach(() => {
    if (broken) throw new Error('an earlier step of the journey failed');
  });
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail' || broken) return;
    broken = true;
    const open = windows.findLast((page) => !page.isClosed());
    await open?.screenshot({ path: join(tmpdir(), `yingdan-${name}-failed.png`) });
  });
  return {
    seen,
    go: (page, path) => page.goto(url + path),
    as: async (account, look) => {
      const { context, page, problems } = await openWindow(browser, look);
      await signIn(context, { url, password }, account);
      page.setDefaultTimeout(Number(process.env.E2E_PATIENCE ?? 30_000));
      page.on('close', () => seen.push(...problems));
      windows.push(page);
      return page;
    },
  };
}

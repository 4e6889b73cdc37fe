import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import type { Product } from './product.ts';

const places = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

export interface Look {
  readonly width?: number;
  readonly height?: number;
  readonly locale?: 'zh' | 'en';
  readonly theme?: 'light' | 'dark';
}

/** Opens the system's Chromium; nothing is downloaded, and it talks to nobody but the product. */
export function openBrowser(): Promise<Browser> {
  const executablePath = places.find((path) => path && existsSync(path));
  if (!executablePath) throw new Error('No Chromium found: set CHROMIUM to its path');
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
    ],
  });
}

/** A window of one person: language, theme and size as asked. Errors in the page are collected in `problems`. */
export async function openWindow(
  browser: Browser,
  { width = 1440, height = 900, locale = 'zh', theme = 'light' }: Look = {},
): Promise<{ context: BrowserContext; page: Page; problems: string[] }> {
  const context = await browser.newContext({
    viewport: { width, height },
    locale: locale === 'zh' ? 'zh-CN' : 'en-GB',
    timezoneId: 'Asia/Shanghai',
    colorScheme: theme,
    reducedMotion: 'reduce',
    hasTouch: width < 640,
    isMobile: width < 640,
    acceptDownloads: true,
  });
  await context.addInitScript(
    ([language, colours]) => {
      localStorage.setItem('yd.locale', language ?? 'zh');
      localStorage.setItem('yd.theme', colours ?? 'light');
    },
    [locale, theme],
  );
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text()))
      problems.push(`${page.url()}: ${message.text()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 500) problems.push(`${response.status()} ${response.url()}`);
  });
  return { context, page, problems };
}

/** Signs in as one of the demo people over the API; the browser keeps the cookie. */
export async function signIn(
  context: BrowserContext,
  product: Pick<Product, 'url' | 'password'>,
  account: string,
): Promise<void> {
  const answer = await context.request.post(`${product.url}/api/v1/sign-in`, {
    data: { email: `${account}@demo.yingdan.test`, password: product.password },
    headers: { origin: product.url },
  });
  if (!answer.ok())
    throw new Error(`${account} could not sign in: ${answer.status()} ${await answer.text()}`);
}

// npm run shots [-- --as rep1 --routes /leads,/pool --sizes 1440,390 --out shots]: every screen in both languages and themes.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { openBrowser, openWindow, signIn } from '../e2e/ground/browser.ts';
import { type Product, startProduct } from '../e2e/ground/product.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    as: { type: 'string', default: 'rep1' },
    sizes: { type: 'string', default: '1440,1024,390' },
    locales: { type: 'string', default: 'zh,en' },
    themes: { type: 'string', default: 'light,dark' },
    out: { type: 'string', default: 'shots' },
    url: { type: 'string' },
    password: { type: 'string' },
  },
});

const usual = [
  '/today',
  '/leads',
  '/pool',
  '/accounts',
  '/contacts',
  '/opportunities',
  '/contracts',
  '/receivables',
  '/receipts',
  '/ageing',
  '/approvals',
  '/inbox',
  '/overview',
  '/funnel',
  '/imports',
  '/settings/account',
  '/settings/people',
  '/settings/roles',
  '/settings/fields',
  '/settings/audit',
];
const routes = positionals.length > 0 ? positionals : usual;
const heights: Record<string, number> = { '1440': 900, '1024': 768, '390': 844 };

const product: Product = values.url
  ? { url: values.url, password: values.password ?? '', dataDir: '', stop: async () => undefined }
  : await startProduct();
const browser = await openBrowser();
mkdirSync(values.out, { recursive: true });
const problems = new Set<string>();
try {
  for (const size of values.sizes.split(','))
    for (const locale of values.locales.split(','))
      for (const theme of values.themes.split(','))
        await shoot(browser, { size, locale: locale as 'zh' | 'en', theme: theme as 'light' | 'dark' });
} finally {
  await browser.close();
  await product.stop();
}
for (const problem of problems) console.log(`! ${problem}`);

async function shoot(
  open: Browser,
  { size, locale, theme }: { size: string; locale: 'zh' | 'en'; theme: 'light' | 'dark' },
): Promise<void> {
  const {
    context,
    page,
    problems: seen,
  } = await openWindow(open, { width: Number(size), height: heights[size] ?? 900, locale, theme });
  await signIn(context, product, values.as);
  for (const route of routes) {
    await page.goto(product.url + route);
    // Live changes keep a stream open, so the network is never idle: wait for the page, then for its rows.
    await page.waitForSelector('h1', { timeout: 20_000 }).catch(() => problems.add(`${route} drew no title`));
    await page.waitForTimeout(1_200);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    if (wide) problems.add(`${route} is wider than ${size} px (${locale})`);
    const name = `${values.as}-${route.replace(/[^\w]+/g, '-').replace(/^-|-$/g, '') || 'home'}-${size}-${locale}-${theme}.png`;
    await page.screenshot({ path: join(values.out, name) });
    console.log(join(values.out, name));
  }
  for (const problem of seen) problems.add(problem);
  await context.close();
}

import { expect, test } from 'vitest';
import { journey } from './ground/journey.ts';

/** A rep on the road, in English, on a phone: takes a lead, writes down the call, plans the next one. */
const { as, go, seen } = journey('phone');
const phone = { width: 390, height: 844, locale: 'en' } as const;

test('he claims a lead, logs the call with the next date, and finds it in his list', async () => {
  const page = await as('rep12', phone);
  await go(page, '/pool');
  const card = page.locator('.yd-card-row').first();
  await card.waitFor();
  const company = (await card.locator('.yd-card-title').innerText()).split('\n')[0]?.trim() ?? '';
  await card.getByRole('button', { name: 'Claim', exact: true }).tap();
  await page.getByText(`Claimed “${company}”`).or(page.getByText(company).last()).first().waitFor();

  await go(page, '/leads?sort=-createdAt&view=mine');
  await page.locator('.yd-card-row').filter({ hasText: company }).first().tap();
  await page.getByRole('button', { name: 'Call', exact: true }).last().tap();
  await page
    .getByPlaceholder(/./)
    .last()
    .fill('Nine lines, a pilot on two. Wants a case from the same trade.');
  await page.getByText('Tomorrow 10:00').tap();
  await page.getByRole('button', { name: 'Send', exact: true }).tap();
  await page.locator('.yd-timeline').getByText('Nine lines').first().waitFor();
  await page.close();
});

test('no screen is wider than the phone, and none speaks Chinese by itself', async () => {
  const page = await as('rep12', phone);
  for (const path of ['/today', '/leads', '/pool', '/accounts', '/opportunities', '/contracts', '/inbox']) {
    await go(page, path);
    await page.locator('h1').waitFor();
    await page.locator('.yd-card-row, .yd-empty, .yd-notification').first().waitFor();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(wide, path).toBe(false);
    // Records are in Chinese here; buttons, tabs, titles and navigation are the product's own words.
    const own = await page.locator('h1, [role=tab], nav, .yd-page-actions button').allInnerTexts();
    expect(own.join(' '), path).not.toMatch(/[\u4e00-\u9fff]/);
  }
  await page.close();
});

test('nothing went wrong in any page on the way', () => {
  expect(seen).toEqual([]);
});

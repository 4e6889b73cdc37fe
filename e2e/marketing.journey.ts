import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { journey } from './ground/journey.ts';

/** Marketing makes a form, a visitor without an account sends it from his phone, and the lead knows how it came. */
const { as, go, seen } = journey('marketing');
/** What one step leaves for the next. */
const made = { link: '', company: `展会来客${Date.now() % 100_000}有限公司` };

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).last();

test('marketing builds a form and sees it as visitors will', async () => {
  const page = await as('marketing');
  await go(page, '/forms/new');
  await page.getByLabel('名称').fill('春季展会报名');
  await page.getByLabel('市场活动').fill('春季展会');
  const preview = page.frameLocator('iframe');
  await preview.getByRole('heading', { name: '预约演示' }).waitFor();
  await page.getByLabel('标题（中文）').fill('展位预约');
  await preview.getByRole('heading', { name: '展位预约' }).waitFor();
  await button(page, '建好表单').click();
  const link = page.getByRole('link', { name: '打开页面' });
  await link.waitFor();
  made.link = (await link.getAttribute('href')) ?? '';
  expect(made.link).toMatch(/\/f\/[\w-]{24}$/);
  await page.getByText('embed.js').waitFor();
  await page.close();
});

test('a visitor on a phone fills it in; what he forgets is told under the field', async () => {
  const helper = await as('marketing');
  const context = await helper
    .context()
    .browser()
    ?.newContext({
      viewport: { width: 390, height: 844 },
      locale: 'zh-CN',
    });
  if (!context) throw new Error('no browser');
  const page = await context.newPage();
  await page.goto(
    `${inject('product').url}${new URL(made.link).pathname}?utm_source=wechat&utm_medium=poster`,
  );
  await page.getByRole('heading', { name: '展位预约' }).waitFor();
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByText('请填写这一项').first().waitFor();
  await page.getByLabel('联系人').fill('韩立');
  await page.getByLabel('手机').fill('139 1234 8765');
  await page.getByLabel('公司').fill(made.company);
  await page.getByRole('checkbox').check();
  // People need a moment; who is faster than 2.5 s is taken for a robot.
  await page.waitForTimeout(2_600);
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByText('谢谢，我们会尽快联系你。').waitFor();
  await context.close();
  await helper.close();
});

test('marketing finds the lead with its channel, campaign, visit and the words that were agreed to', async () => {
  const page = await as('marketing');
  const found = encodeURIComponent(made.company);
  // The lead is made a moment after the thanks.
  await expect
    .poll(
      async () => {
        const answer = await page.request.get(`${inject('product').url}/api/v1/leads?q=${found}`);
        return ((await answer.json()) as { items: unknown[] }).items.length;
      },
      { timeout: 30_000 },
    )
    .toBe(1);
  await go(page, `/leads?view=all&f=-&q=${found}`);
  await page.locator('.ag-row').filter({ hasText: made.company }).first().locator('[col-id=company]').click();
  await page.getByRole('tab', { name: '怎么来的' }).click();
  await page.getByText('春季展会报名').first().waitFor();
  await page.getByText('wechat · poster').first().waitFor();
  await page.getByText('个人信息仅用于就本次咨询与我联系').waitFor();
  await go(page, '/forms');
  await page.locator('.ag-row').filter({ hasText: '春季展会报名' }).first().waitFor();
  await page.close();
});

test('nothing went wrong in any page on the way', () => {
  expect(seen).toEqual([]);
});

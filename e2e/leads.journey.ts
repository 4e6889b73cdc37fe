import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { journey } from './ground/journey.ts';

/** A rep takes a lead out of the pool, calls, plans the next date, converts and thinks better of it. */
const { as, go, seen } = journey('leads');
const made = { company: '', lead: '' };

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' }).last();

test('a rep claims a lead, logs the call with the next date, converts it and takes that back', async () => {
  const page = await as('rep12');
  await go(page, '/pool?sort=-createdAt');
  const first = page.locator('.ag-row').first();
  await first.waitFor();
  const name = first.locator('[col-id=company]');
  made.company = (await name.innerText()).trim();
  await name.click();
  await button(page, '领取').click();
  await page.getByText(`已领取「${made.company}」`).waitFor();
  made.lead = new URL(page.url()).searchParams.get('open')?.replaceAll('"', '') ?? '';
  expect(made.lead).not.toBe('');
  await go(page, `/leads/${made.lead}`);
  await button(page, '通话').click();
  await page.getByPlaceholder('写下沟通内容').fill('先要案例，明天再聊');
  await page.getByText('明天 10:00', { exact: true }).last().click();
  await page.getByRole('button', { name: '发送' }).click();
  await page.locator('.yd-timeline').getByText('先要案例').first().waitFor();
  await button(page, '转为客户').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('商机名称').fill('试点 1 条线');
  await dialog.getByLabel('金额').fill('50000');
  await dialog.getByRole('button', { name: '转为客户' }).click();
  await page.waitForURL(/\/accounts\//);
  await go(page, `/leads/${made.lead}`);
  await button(page, '更多').click();
  await page.getByRole('menuitem', { name: '撤销转化' }).click();
  await page.getByText('已撤销转化，线索回到跟进中').waitFor();
  await button(page, '转为客户').waitFor();
  await page.getByRole('tab', { name: '去向' }).click();
  await page.getByRole('cell', { name: '领取', exact: true }).first().waitFor();
  await page.close();
});

test('the board shows his leads by status, the pool may be chosen when one goes back', async () => {
  const page = await as('rep12');
  await go(page, '/leads?view=mine&as=board');
  await page.getByText('待跟进').first().waitFor();
  await page.getByText(made.company).first().waitFor();
  await go(page, `/leads/${made.lead}`);
  await button(page, '更多').click();
  await page.getByRole('menuitem', { name: '退回公海' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('顾不过来').click();
  await dialog.getByRole('button', { name: '退回公海' }).click();
  await page.getByText('1 条线索已退回公海').waitFor();
  await page.close();
});

test('marketing opens a second pool that hides phones, and the manager reads who holds how much and why', async () => {
  const page = await as('marketing');
  await go(page, '/settings/pools');
  await button(page, '新建公海').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('名称').fill('展会公海');
  await dialog.getByRole('button', { name: '新建公海' }).click();
  await page.getByText('公海已保存').waitFor();
  await page.getByText('展会公海').first().waitFor();
  await go(page, '/caps');
  await page.getByRole('button', { name: /./ }).locator('visible=true').first().waitFor();
  await page.locator('.yd-table-open').first().click();
  await page
    .getByRole('dialog')
    .getByText(/计入的线索/)
    .waitFor();
  await page.close();
});

test('nothing went wrong in any page on the way', () => {
  expect(seen).toEqual([]);
});

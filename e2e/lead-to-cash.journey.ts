import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { journey } from './ground/journey.ts';

/** The whole way from a file of leads to collected cash, as four people of the demo company walk it in the browser. */
const shared = join(import.meta.dirname, '..', '..', 'shared', 'data', 'leads-cn.csv');
const own = join(import.meta.dirname, '..', 'src', 'app', 'testing', 'leads-excerpt.csv');
const file = existsSync(shared) ? shared : own;

const { as, go, seen } = journey('lead-to-cash');
/** What one step leaves for the next. */
const made = { company: '', account: '', contract: '' };

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' }).last();
const row = (page: Page, text: string | RegExp) => page.locator('.ag-row').filter({ hasText: text }).first();

test('marketing drops the file; columns map themselves, the preview tells, the run reports', async () => {
  const page = await as('marketing');
  await go(page, '/imports/new?object=leads');
  await page.locator('input[type=file]').setInputFiles(file);
  await page
    .getByText(/13 \/ 13 列已对应/)
    .first()
    .waitFor();
  await button(page, '下一步').click();
  const start = button(page, /导入 [\d,]+ 条/);
  await start.waitFor();
  await page.getByText(/将新建 [\d,]+，更新 0，跳过 [\d,]+，有误 \d+/).waitFor();
  const announced = Number((await start.textContent())?.replace(/\D/g, ''));
  await start.click();
  await page.getByText('导入完成').first().waitFor({ timeout: 60_000 });
  expect(announced).toBeGreaterThan(10);
  const link = page.getByRole('link', { name: '只下载未导入的行' });
  const [bad] = await Promise.all([page.waitForEvent('download'), link.click()]);
  expect(bad.suggestedFilename()).toMatch(/\.xlsx$/);
  expect(readFileSync(await bad.path()).length).toBeGreaterThan(1_000);
  await go(page, '/pool');
  await row(page, /./).waitFor();
  await page.close();
});

test('a rep claims one of them, logs a call and converts it', async () => {
  const page = await as('rep12');
  await go(page, '/pool?sort=-createdAt');
  const first = page.locator('.ag-row').first();
  await first.waitFor();
  const name = first.locator('[col-id=company]');
  made.company = (await name.innerText()).trim();
  await name.click();
  await button(page, '领取').click();
  await page.getByText(`已领取「${made.company}」`).waitFor();
  await button(page, '通话').click();
  await page.getByPlaceholder('写下沟通内容').fill('有意向。产线 9 条，先做 2 条试点');
  await page.keyboard.press('Control+Enter');
  await page.getByText('产线 9 条').last().waitFor();
  await button(page, '转为客户').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('商机名称').fill('外观检测 2 条线');
  await dialog.getByLabel('金额').fill('100000');
  await dialog.getByRole('button', { name: '转为客户' }).click();
  await page.waitForURL(/\/accounts\//);
  await page.getByText('外观检测 2 条线').first().waitFor();
  made.account = new URL(page.url()).pathname;
  await page.close();
});

test('he wins the deal and makes a contract with a plan of three lines', async () => {
  const page = await as('rep12');
  await go(page, made.account);
  await page.getByText('外观检测 2 条线').first().click();
  await button(page, '赢单').click();
  await page.getByRole('dialog').getByRole('button', { name: '赢单' }).click();
  await page.getByText('已赢单：外观检测 2 条线').waitFor();
  await page.getByRole('tab', { name: '合同' }).click();
  await button(page, '新建合同').click();
  await page.getByRole('dialog').getByRole('button', { name: '建草稿，填明细' }).click();
  await page.waitForURL(/\/contracts\/.*\/edit/);
  await page.getByText('计划合计等于合同金额').waitFor();
  await button(page, '保存草稿').click();
  await page.waitForURL(/\/contracts\/[\w-]+$/);
  await button(page, '提交审批').click();
  await page
    .getByText(/已提交审批|等 .* 审批/)
    .first()
    .waitFor();
  made.contract = new URL(page.url()).pathname;
  await page.close();
});

test('the manager approves it', async () => {
  const page = await as('manager3');
  await go(page, '/approvals');
  await row(page, '外观检测 2 条线').waitFor();
  await row(page, '外观检测 2 条线').locator('.ag-cell').nth(1).click();
  await button(page, '同意').click();
  await page
    .getByText(/已同意/)
    .first()
    .waitFor();
  await page.close();
});

test('finance records part of the money and allocates it', async () => {
  const page = await as('finance');
  await go(page, '/receipts');
  await button(page, '登记收款').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('客户').click();
  await page.keyboard.type(made.company.slice(0, 6));
  await page.locator('.ant-select-item-option').filter({ hasText: made.company }).first().click();
  await dialog.getByLabel('金额').fill('50000');
  await dialog.getByLabel('付款方').fill(made.company);
  await dialog.getByRole('button', { name: '登记后核销' }).click();
  await page.getByText('¥50,000.00').first().waitFor();
  await button(page, /^核销/).click();
  await page.getByText(/已核销 ¥50,000\.00/).waitFor();
  await page.close();
});

test('the numbers of rep, manager and finance open exactly the rows behind them', async () => {
  for (const account of ['rep12', 'manager3', 'finance']) {
    const page = await as(account);
    for (const label of ['已签', '到账', '未收', '逾期']) {
      await go(page, '/overview');
      await page
        .getByRole('button', { name: label })
        .or(page.getByRole('link', { name: label }))
        .first()
        .click();
      await page
        .getByText(/共 [\d,]+ 条|没有/)
        .first()
        .waitFor();
      expect(new URL(page.url()).pathname).not.toBe('/overview');
    }
    await go(page, '/overview');
    const signed = page.getByText(/^[\d,]+ 份合同$/).first();
    const count = (await signed.innerText()).replace(/ .*/, '');
    await signed.click();
    await page.getByText(`共 ${count} 条`).waitFor();
    await page.close();
  }
});

test('nothing went wrong in any page on the way', () => {
  expect(seen).toEqual([]);
});

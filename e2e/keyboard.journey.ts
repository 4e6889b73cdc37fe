import type { CDPSession, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { journey } from './ground/journey.ts';

/** The whole of a rep's usual way without touching the mouse, with Chinese typed through an input method. */
const { as, go, seen } = journey('keyboard');

/** What an input method does: pinyin stands in the field while candidates are shown, then the chosen word. */
async function compose(cdp: CDPSession, pinyin: string, chosen: string): Promise<void> {
  for (let end = 1; end <= pinyin.length; end += 1)
    await cdp.send('Input.imeSetComposition', {
      text: pinyin.slice(0, end),
      selectionStart: end,
      selectionEnd: end,
    });
  await cdp.send('Input.insertText', { text: chosen });
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.tagName ?? '');

test('Ctrl K finds a page by a composed word, and ? lists the keys', async () => {
  const page = await as('rep3');
  const cdp = await page.context().newCDPSession(page);
  await go(page, '/today');
  await page.locator('h1').waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').last().waitFor();
  await compose(cdp, 'xiansuo', '线索');
  await page.getByRole('option').filter({ hasText: '线索' }).first().waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+?');
  await page.getByRole('dialog').getByText('Ctrl').first().waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('g');
  await page.keyboard.press('l');
  await page.waitForURL(/\/leads/);
  await page.close();
});

test('he walks the list, opens a record, goes on to the next and closes it', async () => {
  const page = await as('rep3');
  await go(page, '/leads');
  await page.locator('.ag-row').first().waitFor();
  await page.locator('.ag-row [col-id=company]').first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(/open=/);
  const first = page.url();
  await page.keyboard.press('j');
  await page.waitForURL((url) => url.toString() !== first);
  await page.keyboard.press('Escape');
  await page.waitForURL((url) => !url.search.includes('open='));
  await page.close();
});

test('he makes a lead: the Enter that chooses a candidate does not send, the last one does', async () => {
  const page = await as('rep3');
  const cdp = await page.context().newCDPSession(page);
  await go(page, '/leads');
  await page.locator('.ag-row').first().waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').last().waitFor();
  await page.keyboard.insertText('新建线索');
  await page.getByRole('option').filter({ hasText: '新建线索' }).first().waitFor();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  const company = dialog.getByLabel('公司');
  await company.waitFor();
  expect(await focused(page)).toBe('INPUT');
  await cdp.send('Input.imeSetComposition', { text: 'jianpan', selectionStart: 7, selectionEnd: 7 });
  // Chromium reports keys of an input method with the code 229 while it composes.
  await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Enter', windowsVirtualKeyCode: 229 });
  await cdp.send('Input.insertText', { text: '键盘' });
  await cdp.send('Input.insertText', { text: '检测有限公司' });
  expect(await company.inputValue()).toBe('键盘检测有限公司');
  expect(await dialog.count()).toBe(1);
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await page.locator('.ant-select-item-option').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.locator('.ant-select-dropdown:visible').waitFor({ state: 'detached' });
  await page.keyboard.press('Tab');
  await page.keyboard.insertText('李键');
  await page.keyboard.press('Control+Enter');
  await page.getByText('键盘检测有限公司').first().waitFor();
  await dialog.waitFor({ state: 'detached' });
  await page.close();
});

test('nothing went wrong in any page on the way', () => {
  expect(seen).toEqual([]);
});

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { journey } from './ground/journey.ts';

/** axe over the main screens in both themes: nothing serious or critical. */
const { as, go, seen } = journey('accessibility');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const screens: Readonly<Record<string, readonly string[]>> = {
  rep1: ['/today', '/leads', '/accounts', '/opportunities', '/contracts', '/inbox'],
  manager1: ['/overview', '/approvals', '/funnel'],
  finance: ['/receivables', '/receipts'],
  admin: ['/settings/people', '/settings/roles', '/settings/fields', '/settings/audit', '/imports'],
};

interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** Dark differs in its colours only, so only they are looked at again. */
const looks = {
  light: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] },
  dark: { type: 'rule', values: ['color-contrast'] },
} as const;

for (const theme of ['light', 'dark'] as const)
  test(`the main screens, ${theme}`, async () => {
    const options = JSON.stringify({ resultTypes: ['violations'], runOnly: looks[theme] });
    const look = async (account: string, paths: readonly string[]) => {
      const page = await as(account, { theme });
      const found: string[] = [];
      for (const path of paths) {
        await go(page, path);
        await page.locator('h1').waitFor();
        await page.waitForTimeout(500);
        await page.evaluate(axe);
        const violations = (await page.evaluate(
          `axe.run(document, ${options}).then((result) => result.violations)`,
        )) as readonly Violation[];
        for (const { id, impact, nodes } of violations)
          if (impact === 'serious' || impact === 'critical')
            found.push(
              `${path} ${id}: ${nodes[0]?.html.slice(0, 200)} ${nodes[0]?.failureSummary?.slice(0, 200)}`,
            );
      }
      await page.close();
      return found;
    };
    const found = await Promise.all(Object.entries(screens).map(([who, paths]) => look(who, paths)));
    expect(found.flat()).toEqual([]);
  });

test('nothing went wrong in any page on the way', () => {
  expect(seen).toEqual([]);
});

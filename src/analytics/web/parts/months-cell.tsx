import { sumMoney } from '#kernel/values/money.ts';
import { compactMoneyText, moneyColumnText, moneyColumnUnit } from '#kernel/values/money-text.ts';
import { type Locale, localePreference } from '#kernel/web/preferences.ts';
import { BarChart } from '#ui/charts.tsx';
import { words } from './analytics-words.ts';
import type { Figures, Look } from './looking.ts';

const names = ['contracted', 'received'] as const;
const monthsAtLeast = 6;

/** Signed and received by month; a bar opens its rows. Months before the first money are left out. */
export function MonthsCell({ data, figures }: { readonly data: Look; readonly figures: Figures }) {
  const w = words.use();
  const locale = localePreference.use();
  const shown = names.filter((name) => figures.groups(`month.${name}`).length > 0);
  const amount = (name: string, month: string) => figures.amount(`month.${name}.${month}`) ?? '0';
  const months = fromFirstMoney(figures.groups(`month.${shown[0] ?? 'contracted'}`), (month) =>
    shown.some((name) => Number(amount(name, month)) !== 0),
  );
  const unit = locale === 'zh' ? 10_000 : 1_000;
  const labels = months.map((month) => monthLabel(month, locale));
  const sum = (name: string) =>
    compactMoneyText(sumMoney(months.map((month) => amount(name, month))), {
      lang: locale,
      currency: data.currency,
    });
  return (
    <BarChart
      title={w('months')}
      note={w('monthsHint', { unit: moneyColumnUnit(locale, data.currency) })}
      summary={w('monthsSummary', { contracted: sum('contracted'), received: sum('received') })}
      height={250}
      categories={labels}
      format={(value) => (value === 0 ? '' : moneyColumnText(String(Math.round(value * unit)), locale, 0))}
      series={shown.map((name) => ({
        key: name,
        label: w(name),
        values: months.map((month) => Number(amount(name, month)) / unit),
      }))}
      onPick={(label, series) => figures.open(`month.${series}.${months[labels.indexOf(label)]}`)?.()}
    />
  );
}

function fromFirstMoney(months: readonly string[], hasMoney: (month: string) => boolean): readonly string[] {
  const first = months.findIndex(hasMoney);
  return months.slice(Math.min(first < 0 ? months.length : first, months.length - monthsAtLeast));
}

/** Twelve months repeat no name: 11月, Nov. */
function monthLabel(month: string, locale: Locale): string {
  const date = new Date(`${month}-15T00:00:00Z`);
  return date.toLocaleDateString(locale === 'zh' ? 'zh-CN' : 'en', { month: 'short', timeZone: 'UTC' });
}

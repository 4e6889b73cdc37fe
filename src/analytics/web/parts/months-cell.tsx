import { sumMoney } from '#kernel/values/money.ts';
import { compactMoneyText, moneyColumnText, moneyColumnUnit } from '#kernel/values/money-text.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import { BarChart } from '#ui/charts.tsx';
import { words } from './analytics-words.ts';
import type { Figures, Look } from './looking.ts';

/** Signed and received by month; a bar opens its rows. */
export function MonthsCell({ data, figures }: { readonly data: Look; readonly figures: Figures }) {
  const w = words.use();
  const locale = localePreference.use();
  const months = figures.groups('month.contracted').length
    ? figures.groups('month.contracted')
    : figures.groups('month.received');
  const unit = locale === 'zh' ? 10_000 : 1_000;
  const names = ['contracted', 'received'] as const;
  const shown = names.filter((name) => figures.groups(`month.${name}`).length > 0);
  const values = (name: string) => months.map((month) => figures.amount(`month.${name}.${month}`) ?? '0');
  const sum = (name: string) =>
    compactMoneyText(sumMoney(values(name)), { lang: locale, currency: data.currency });
  return (
    <div>
      <BarChart
        title={w('months')}
        note={w('monthsHint', { unit: moneyColumnUnit(locale, data.currency) })}
        summary={w('monthsSummary', { contracted: sum('contracted'), received: sum('received') })}
        height={230}
        categories={months}
        format={(value) => moneyColumnText(String(Math.round(value * unit)), locale, 1)}
        series={shown.map((name) => ({
          key: name,
          label: w(name),
          values: values(name).map((amount) => Number(amount) / unit),
        }))}
        onPick={(month, series) => figures.open(`month.${series}.${month}`)?.()}
      />
    </div>
  );
}

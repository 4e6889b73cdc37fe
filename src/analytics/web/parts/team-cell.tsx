import { moneyColumnUnit } from '#kernel/values/money-text.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import { Person } from '#ui/avatar.tsx';
import { ChartHead } from '#ui/chart-frame.tsx';
import { Money } from '#ui/money.tsx';
import { OpenNumber } from '#ui/open-number.tsx';
import { PlainTable, type TableColumn } from '#ui/plain-table.tsx';
import { words } from './analytics-words.ts';
import type { Figures, Look } from './looking.ts';

const columns = ['held', 'following', 'deals', 'forecast', 'contracted', 'received'] as const;
const money: readonly string[] = ['forecast', 'contracted', 'received'];

/** Who holds, follows, expects, has signed and got in how much; the last line is what stands in the strip. */
export function TeamCell({ data, figures }: { readonly data: Look; readonly figures: Figures }) {
  const w = words.use();
  const locale = localePreference.use();
  const shown = columns.filter((name) => figures.figure(`team.${name}`));
  const label = {
    held: w('held'),
    following: w('following'),
    deals: w('deals'),
    forecast: w('weightedShort'),
    contracted: w('contracted'),
    received: w('received'),
  };
  const cell = (name: string, key: string) => (
    <OpenNumber onOpen={figures.open(key)}>
      {money.includes(name) ? (
        <Money amount={figures.amount(key) ?? '0'} as="column" />
      ) : (
        figures.count(key).toLocaleString('en')
      )}
    </OpenNumber>
  );
  const people = [...new Set(shown.flatMap((name) => figures.groups(`team.${name}`)))].sort(
    (one, other) => order(figures, other) - order(figures, one),
  );
  const who: TableColumn<string> = {
    key: 'who',
    label: w('member'),
    render: (id) => <Person id={id} name={data.people[id] ?? w('nobody')} />,
    total: w('total'),
  };
  return (
    <div>
      <ChartHead title={w('team')} note={w('teamHint', { unit: moneyColumnUnit(locale, data.currency) })} />
      <PlainTable
        label={w('team')}
        rows={people}
        rowKey={(id) => id}
        columns={[
          who,
          ...shown.map((name) => ({
            key: name,
            label: label[name],
            right: true,
            render: (id: string) => cell(name, `team.${name}.${id}`),
            total: cell(name, `team.${name}`),
          })),
        ]}
      />
    </div>
  );
}

/** Most signed first, then most expected. */
function order(figures: Figures, id: string): number {
  return (
    Number(figures.amount(`team.contracted.${id}`) ?? 0) * 1e6 +
    Number(figures.amount(`team.forecast.${id}`) ?? 0)
  );
}

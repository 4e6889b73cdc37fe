import { moneyColumnUnit } from '#kernel/values/money-text.ts';
import { percentText } from '#kernel/values/number-text.ts';
import type { Figures } from '#kernel/web/figures.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import { FactList } from '#ui/fact-list.tsx';
import { Section } from '#ui/panel-section.tsx';
import { PlainTable } from '#ui/plain-table.tsx';
import { usePhone } from '#ui/use-viewport.ts';
import type { ReportColumn } from '../../model.ts';
import { words } from './channel-words.ts';
import { Counted, moneyColumns, Returned, returnColumns } from './report-cells.tsx';
import { type Report, type ReportRow, useChannelName, useReportLook } from './report-looking.ts';

interface TableProps {
  readonly data: Report;
  readonly figures: Figures;
}

/** Channels or campaigns by line, every number with its rows; the last line is the sum. */
export function ReportTable(props: TableProps) {
  return usePhone() ? <Cards {...props} /> : <Wide {...props} />;
}

/** What a column is called; money says in which unit it stands. */
function useColumnLabel(currency: string): (column: ReportColumn) => string {
  const w = words.use();
  const unit = moneyColumnUnit(localePreference.use(), currency);
  return (column) => (moneyColumns.includes(column) ? `${w(column)} ${unit}` : w(column));
}

function Wide({ data, figures }: TableProps) {
  const w = words.use();
  const name = useRowName();
  const labelOf = useColumnLabel(data.currency);
  const shown = returnColumns.filter((column) => data.columns.includes('cost') || column === 'rate');
  return (
    <PlainTable
      label={w('title')}
      rows={data.rows}
      rowKey={(row) => row.key}
      columns={[
        { key: 'name', label: name.head, render: name.cell, total: w('total') },
        ...data.columns.map((column) => ({
          key: column,
          label: labelOf(column),
          right: true,
          render: (row: ReportRow) => (
            <Counted figures={figures} column={column} row={row.key} value={row.brought[column]} />
          ),
          total: <Counted figures={figures} column={column} row="" value={data.total.brought[column]} />,
        })),
        ...shown.map((column) => ({
          key: column,
          label: w(column),
          right: true,
          render: (row: ReportRow) => <Returned returns={row.returns} column={column} />,
          total: <Returned returns={data.total.returns} column={column} />,
        })),
      ]}
    />
  );
}

/** On a phone a channel is a block of facts under its name. */
function Cards({ data, figures }: TableProps) {
  const w = words.use();
  const name = useRowName();
  const labelOf = useColumnLabel(data.currency);
  const total = { key: '', channel: null, name: null, ...data.total };
  return (
    <div className="yd-panel-tab">
      {[...data.rows, total].map((row) => (
        <Section
          key={row.key || 'total'}
          title={row.key ? name.cell(row) : w('total')}
          note={w('stepRate', { rate: percentText(row.returns.rate, 1) })}
        >
          <FactList
            right
            facts={[
              ...data.columns.map((column) => ({
                key: column,
                label: labelOf(column),
                value: (
                  <Counted figures={figures} column={column} row={row.key} value={row.brought[column]} />
                ),
              })),
              ...returnColumns.map((column) => ({
                key: column,
                label: w(column),
                value: <Returned returns={row.returns} column={column} />,
              })),
            ]}
          />
        </Section>
      ))}
    </div>
  );
}

function useRowName() {
  const w = words.use();
  const channelName = useChannelName();
  const { look, set } = useReportLook();
  const head = look.by === 'channel' ? w('channel') : w('campaign');
  const cell = (row: ReportRow) => {
    if (look.by === 'campaign')
      return (
        <>
          {row.name ?? w('noCampaign')}{' '}
          {row.channel ? <span className="yd-text3">{channelName(row.channel)}</span> : null}
        </>
      );
    // A channel opens into its campaigns.
    return (
      <button
        type="button"
        className="yd-plain yd-open-number"
        onClick={() => set({ by: 'campaign', channel: row.key })}
      >
        {channelName(row.channel)}
      </button>
    );
  };
  return { head, cell };
}

import { FactList } from '#ui/fact-list.tsx';
import { Section } from '#ui/panel-section.tsx';
import { PlainTable, type TableColumn } from '#ui/plain-table.tsx';
import { usePhone } from '#ui/use-viewport.ts';

interface EntryTableProps<Row> {
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly label: string;
}

/** Rows being typed: a table, and on a phone one under the other with the labels at the left. */
export function EntryTable<Row>({ columns, rows, rowKey, label }: EntryTableProps<Row>) {
  const phone = usePhone();
  if (!phone) return <PlainTable columns={columns} rows={rows} rowKey={rowKey} label={label} flush />;
  const totals = columns.filter((column) => column.total !== undefined && column.right);
  return (
    <>
      {rows.map((row, at) => (
        <Section key={rowKey(row)} title={`${label} ${at + 1}`}>
          <FactList
            facts={columns.map((column) => ({
              key: column.key,
              label: typeof column.label === 'string' ? column.label : '',
              value: column.render(row),
            }))}
          />
        </Section>
      ))}
      <FactList
        right
        facts={totals.map((column) => ({
          ...{ key: column.key, label: String(columns[0]?.total ?? '') },
          value: <b className="yd-strong">{column.total}</b>,
        }))}
      />
    </>
  );
}

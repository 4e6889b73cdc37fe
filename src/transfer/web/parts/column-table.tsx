import { Select } from 'antd';
import { localePreference } from '#kernel/web/preferences.ts';
import { PlainTable } from '#ui/plain-table.tsx';
import { usePhone } from '#ui/use-viewport.ts';
import { SampleText } from '#ui/wizard-parts.tsx';
import type { ImportDetail, PlanDraft } from './import-types.ts';
import { words } from './transfer-words.ts';

interface ColumnTableProps {
  readonly one: ImportDetail;
  readonly draft: PlanDraft;
  readonly onDraft: (draft: PlanDraft) => void;
}

interface ColumnRow {
  readonly index: number;
  readonly header: string;
  readonly samples: readonly string[];
}

/** The columns of the file, each with its first values and the field it goes into. */
export function ColumnTable({ one, draft, onDraft }: ColumnTableProps) {
  const w = words.use();
  const phone = usePhone();
  const rows: ColumnRow[] = one.columns.map((column, index) => ({ index, ...column }));
  const put = (index: number, key: string | null) =>
    onDraft({ ...draft, fields: draft.fields.map((before, at) => (at === index ? key : before)) });
  const samples = {
    key: 'samples',
    label: w('samples'),
    render: (row: ColumnRow) => <SampleText>{row.samples.join(' · ')}</SampleText>,
  };
  return (
    <PlainTable<ColumnRow>
      label={w('stepMapping')}
      rows={rows}
      rowKey={(row) => String(row.index)}
      columns={[
        {
          key: 'header',
          label: w('fileColumn'),
          width: phone ? 120 : 200,
          render: (row) =>
            row.header || <span className="yd-text3">{w('unnamed', { n: row.index + 1 })}</span>,
        },
        ...(phone ? [] : [samples]),
        {
          key: 'field',
          label: w('intoField'),
          width: phone ? 160 : 240,
          render: (row) => <FieldChoice one={one} draft={draft} row={row} onChoose={put} />,
        },
      ]}
    />
  );
}

interface FieldChoiceProps {
  readonly one: ImportDetail;
  readonly draft: PlanDraft;
  readonly row: ColumnRow;
  readonly onChoose: (index: number, key: string | null) => void;
}

/** A field that another column has taken cannot be chosen twice. */
function FieldChoice({ one, draft, row, onChoose }: FieldChoiceProps) {
  const w = words.use();
  const locale = localePreference.use();
  const chosen = draft.fields[row.index] ?? undefined;
  return (
    <Select
      className="yd-wizard-select"
      aria-label={`${row.header || row.index + 1}: ${w('intoField')}`}
      value={chosen}
      placeholder={w('notImported')}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      onChange={(key?: string) => onChoose(row.index, key ?? null)}
      options={one.fields.map((field) => ({
        value: field.key,
        label: field.required ? `${field.label[locale]} *` : field.label[locale],
        disabled: draft.fields.includes(field.key) && chosen !== field.key,
      }))}
    />
  );
}

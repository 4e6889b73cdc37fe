import { X } from 'lucide-react';
import type { FieldRight } from '#kernel/fields.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import { FieldInput } from '#ui/field-input.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { PlainTable, type TableColumn } from '#ui/plain-table.tsx';
import { AddFieldRight } from './add-field-right.tsx';
import { words } from './identity-words.ts';
import { withFieldRight } from './role-draft.ts';
import type { RolePartProps } from './scope-table.tsx';

const rights: readonly FieldRight[] = ['hidden', 'masked', 'read', 'edit'];

interface Row {
  readonly object: string;
  readonly key: string;
  readonly right: FieldRight;
}

function useColumns({ draft, known, locked, onChange }: RolePartProps): TableColumn<Row>[] {
  const w = words.use();
  const locale = localePreference.use();
  const objectOf = (row: Row) => known.objects.find((one) => one.object === row.object);
  const fieldOf = (row: Row) => objectOf(row)?.fields.find((one) => one.key === row.key);
  const set = (row: Row, right: FieldRight | null) =>
    onChange(withFieldRight(draft, row.object, row.key, right));
  const choicesOf = (row: Row) =>
    rights
      .filter((right) => right !== 'edit' || fieldOf(row)?.editable)
      .map((right) => ({ key: right, label: w(`right_${right}`) }));
  const choose = (row: Row) => (
    <FieldInput
      field={{
        key: row.key,
        kind: 'choice',
        label: w('right'),
        required: true,
        readOnly: locked,
        choices: choicesOf(row),
      }}
      value={row.right}
      onChange={(value) => set(row, String(value) as FieldRight)}
    />
  );
  const back = (row: Row) =>
    locked ? null : <IconButton icon={X} label={w('removeField')} onClick={() => set(row, null)} />;
  return [
    {
      key: 'object',
      label: w('object'),
      width: 120,
      render: (row) => objectOf(row)?.label[locale] ?? row.object,
    },
    { key: 'field', label: w('field'), width: 160, render: (row) => fieldOf(row)?.label[locale] ?? row.key },
    { key: 'right', label: w('right'), render: choose },
    { key: 'back', label: '', right: true, render: back },
  ];
}

/** Fields that differ from their default for this role. */
export function FieldRightsTable(props: RolePartProps) {
  const w = words.use();
  const columns = useColumns(props);
  const rows: Row[] = Object.entries(props.draft.fieldRights).flatMap(([object, fields]) =>
    Object.entries(fields).map(([key, right]) => ({ object, key, right })),
  );
  return (
    <>
      {rows.length > 0 ? (
        <PlainTable<Row>
          flush
          label={w('fieldsTitle')}
          rows={rows}
          rowKey={(row) => `${row.object}.${row.key}`}
          columns={columns}
        />
      ) : null}
      {props.locked ? null : <AddFieldRight {...props} />}
    </>
  );
}

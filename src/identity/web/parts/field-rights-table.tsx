import { Button } from 'antd';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import type { FieldRight } from '#kernel/fields.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import { FieldInput } from '#ui/field-input.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { PlainTable } from '#ui/plain-table.tsx';
import { words } from './identity-words.ts';
import { withFieldRight } from './role-draft.ts';
import type { RolePartProps } from './scope-table.tsx';

const rights: readonly FieldRight[] = ['hidden', 'masked', 'read', 'edit'];

interface Row {
  readonly object: string;
  readonly key: string;
  readonly right: FieldRight;
}

/** Fields that differ from their default for this role; one is added by choosing it. */
export function FieldRightsTable({ draft, known, locked, onChange }: RolePartProps) {
  const w = words.use();
  const locale = localePreference.use();
  const [adding, setAdding] = useState(false);
  const rows: Row[] = Object.entries(draft.fieldRights).flatMap(([object, fields]) =>
    Object.entries(fields).map(([key, right]) => ({ object, key, right })),
  );
  const objectOf = (name: string) => known.objects.find((one) => one.object === name);
  const fieldOf = ({ object, key }: Row) => objectOf(object)?.fields.find((one) => one.key === key);
  const free = known.objects.flatMap(({ object, label, fields }) =>
    fields
      .filter(({ key }) => draft.fieldRights[object]?.[key] === undefined)
      .map((field) => ({
        key: `${object}.${field.key}`,
        label: `${label[locale]} / ${field.label[locale]}`,
      })),
  );
  function add(path: string) {
    const [object = '', key = ''] = path.split('.');
    setAdding(false);
    onChange(withFieldRight(draft, object, key, 'read'));
  }
  return (
    <>
      {rows.length > 0 ? (
        <PlainTable<Row>
          flush
          label={w('fieldsTitle')}
          rows={rows}
          rowKey={(row) => `${row.object}.${row.key}`}
          columns={[
            {
              key: 'object',
              label: w('object'),
              width: 120,
              render: (row) => objectOf(row.object)?.label[locale] ?? row.object,
            },
            {
              key: 'field',
              label: w('field'),
              width: 160,
              render: (row) => fieldOf(row)?.label[locale] ?? row.key,
            },
            {
              key: 'right',
              label: w('right'),
              render: (row) => (
                <FieldInput
                  field={{
                    key: row.key,
                    kind: 'choice',
                    label: w('right'),
                    required: true,
                    readOnly: locked,
                    choices: rights
                      .filter((right) => right !== 'edit' || fieldOf(row)?.editable)
                      .map((right) => ({ key: right, label: w(`right_${right}`) })),
                  }}
                  value={row.right}
                  onChange={(value) =>
                    onChange(withFieldRight(draft, row.object, row.key, String(value) as FieldRight))
                  }
                />
              ),
            },
            {
              key: 'gone',
              label: '',
              right: true,
              render: (row) =>
                locked ? null : (
                  <IconButton
                    icon={X}
                    label={w('removeField')}
                    onClick={() => onChange(withFieldRight(draft, row.object, row.key, null))}
                  />
                ),
            },
          ]}
        />
      ) : null}
      {locked ? null : adding ? (
        <FieldInput
          field={{ key: 'add', kind: 'choice', label: w('field'), choices: free }}
          value={null}
          autoFocus
          onChange={(value) => add(String(value))}
        />
      ) : (
        <Button icon={<Plus size={14} />} onClick={() => setAdding(true)}>
          {w('addField')}
        </Button>
      )}
    </>
  );
}

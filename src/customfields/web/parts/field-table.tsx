import { Button } from 'antd';
import { call } from '#kernel/web/api.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import { isProblem, useAct, useRefresh } from '#kernel/web/use-operation.ts';
import { PlainTable } from '#ui/plain-table.tsx';
import { Tag } from '#ui/tag.tsx';
import { useToasts } from '#ui/toast.tsx';
import { restoreCustomField, retireCustomField } from '../../contract.ts';
import type { FieldRow } from './custom-field-dialog.tsx';
import { words } from './field-words.ts';

interface FieldTableProps {
  readonly label: string;
  readonly rows: readonly FieldRow[];
  readonly onEdit: (row: FieldRow) => void;
}

/** The fields of one object: those in use first, retired ones with the day their data goes. */
export function FieldTable({ label, rows, onEdit }: FieldTableProps) {
  const w = words.use();
  const locale = localePreference.use();
  const { onRetire, onRestore } = useFieldVerbs();
  const flagsOf = (row: FieldRow) =>
    [row.filter ? w('filter') : '', row.sort ? w('sort') : ''].filter(Boolean).join('　');
  return (
    <PlainTable<FieldRow>
      label={label}
      rows={rows}
      rowKey={(row) => row.id}
      onOpen={(row) => {
        if (!row.retiredAt) onEdit(row);
      }}
      columns={[
        {
          key: 'label',
          label: w('label'),
          render: (row) => (
            <>
              {row.label[locale]} {row.required ? <Tag>{w('requiredTag')}</Tag> : null}
            </>
          ),
        },
        { key: 'type', label: w('type'), render: (row) => w(row.type) },
        { key: 'key', label: w('key'), render: (row) => row.key },
        {
          key: 'flags',
          label: w('flags'),
          render: (row) => (row.goneOn ? w('goneOn', { day: row.goneOn }) : flagsOf(row)),
        },
        {
          key: 'act',
          label: '',
          right: true,
          render: (row) => (
            <Button
              size="small"
              type="text"
              onClick={() => void (row.retiredAt ? onRestore(row) : onRetire(row))}
            >
              {row.retiredAt ? w('restore') : w('retire')}
            </Button>
          ),
        },
      ]}
    />
  );
}

/** Takes fields out of use, with the way back, and brings retired ones back. */
function useFieldVerbs() {
  const w = words.use();
  const locale = localePreference.use();
  const toasts = useToasts();
  const refresh = useRefresh();
  const retire = useAct(retireCustomField);
  const restore = useAct(restoreCustomField);
  async function onRetire({ id, label: name }: FieldRow) {
    if (isProblem(await retire({ id }))) return;
    toasts.show({
      text: w('retired', { name: name[locale] }),
      onUndo: () => call(restoreCustomField, { id }).then(() => refresh()),
    });
  }
  async function onRestore({ id, label: name }: FieldRow) {
    if (!isProblem(await restore({ id }))) toasts.show({ text: w('restored', { name: name[locale] }) });
  }
  return { onRetire, onRestore };
}

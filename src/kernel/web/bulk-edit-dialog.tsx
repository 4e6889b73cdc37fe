import { useState } from 'react';
import type { BulkOperation } from '#kernel/bulk-contract.ts';
import type { Field, ObjectDefinition } from '#kernel/fields.ts';
import { rightOn } from '#kernel/fields.ts';
import { Dialog } from '#ui/dialog.tsx';
import type { FieldSpec } from '#ui/field-spec.ts';
import { Form } from '#ui/form.tsx';
import { useActOnMany } from './act-on-many.ts';
import { call } from './api.ts';
import { fieldSpec } from './catalogue.ts';
import { listWords } from './list-words.ts';
import { localePreference } from './preferences.ts';
import { useDefinition } from './session.ts';
import type { ListRow } from './use-list.ts';

interface BulkEditProps {
  readonly definition: ObjectDefinition;
  readonly bulk: BulkOperation;
  readonly rows: readonly ListRow[];
  readonly ids: readonly string[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Sets one field of many rows to one value; the toast brings the old values back. */
export function BulkEditDialog({ definition: base, bulk, rows, ids, onClose, onDone }: BulkEditProps) {
  const w = listWords.use();
  const locale = localePreference.use();
  const { definition, rights } = useDefinition(base);
  const act = useActOnMany();
  const fields = definition.fields.filter(
    (field) => (field.bulk || field.customKey) && rightOn(field, rights) === 'edit',
  );
  const [key, setKey] = useState(fields[0]?.key ?? '');
  const field = fields.find((one) => one.key === key);
  const choose: FieldSpec = {
    key: 'field',
    kind: 'choice',
    label: w('bulkField'),
    required: true,
    choices: fields.map((one) => ({ key: one.key, label: one.label[locale] })),
  };
  return (
    <Dialog open title={w('bulkEdit', { n: ids.length })} onClose={onClose}>
      <Form
        key={key}
        fields={[
          choose,
          ...(field ? [{ ...fieldSpec(field, locale, rights), key: 'value', label: w('bulkValue') }] : []),
        ]}
        initial={{ field: key }}
        submitLabel={w('bulkApply', { n: ids.length })}
        follow={(changed, value) => {
          if (changed === 'field' && typeof value === 'string') setKey(value);
          return undefined;
        }}
        onCancel={onClose}
        onSubmit={async ({ value }) => {
          const went = await act(bulk, ids, patchOf(key, field, value), {
            done: (n) => w('bulkChanged', { n }),
            undo: (done) =>
              putBack(
                bulk,
                rows.filter(({ id }) => done.includes(id)),
                key,
                field,
              ),
          });
          if (went) onDone();
        }}
      />
    </Dialog>
  );
}

/** Rows that had the same value go back together. */
async function putBack(bulk: BulkOperation, rows: readonly ListRow[], key: string, field: Field | undefined) {
  const groups = new Map<string, { value: unknown; ids: string[] }>();
  for (const row of rows) {
    const value = field?.customKey
      ? (row.custom as Record<string, unknown> | undefined)?.[field.customKey]
      : row[key];
    const name = JSON.stringify(value ?? null);
    const group = groups.get(name) ?? { value, ids: [] };
    group.ids.push(row.id);
    groups.set(name, group);
  }
  for (const { ids, value } of groups.values()) await call(bulk, { ids, ...patchOf(key, field, value) });
}

function patchOf(key: string, field: Field | undefined, value: unknown): Record<string, unknown> {
  return field?.customKey ? { custom: { [field.customKey]: value ?? null } } : { [key]: value ?? null };
}

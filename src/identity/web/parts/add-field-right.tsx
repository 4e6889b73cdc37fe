import { Button } from 'antd';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { localePreference } from '#kernel/web/preferences.ts';
import { FieldInput } from '#ui/field-input.tsx';
import { words } from './identity-words.ts';
import { withFieldRight } from './role-draft.ts';
import type { RolePartProps } from './scope-table.tsx';

/** Chooses one more field whose right differs from the default. */
export function AddFieldRight({ draft, known, onChange }: Omit<RolePartProps, 'locked'>) {
  const w = words.use();
  const locale = localePreference.use();
  const [adding, setAdding] = useState(false);
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
  if (!adding)
    return (
      <Button icon={<Plus size={14} />} onClick={() => setAdding(true)}>
        {w('addField')}
      </Button>
    );
  return (
    <FieldInput
      field={{ key: 'add', kind: 'choice', label: w('field'), choices: free }}
      value={null}
      autoFocus
      onChange={(value) => add(String(value))}
    />
  );
}

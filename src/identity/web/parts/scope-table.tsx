import { localePreference } from '#kernel/web/preferences.ts';
import { FieldInput } from '#ui/field-input.tsx';
import { PlainTable } from '#ui/plain-table.tsx';
import { type ScopeWidth, scopeWidths } from '../../model.ts';
import { words } from './identity-words.ts';
import { type KnownRights, type RoleDraft, withScope } from './role-draft.ts';

export interface RolePartProps {
  readonly draft: RoleDraft;
  readonly known: KnownRights;
  readonly locked: boolean;
  readonly onChange: (draft: RoleDraft) => void;
}

type ObjectRow = KnownRights['objects'][number];

/** Per object: nobody's, one's own, the team's, the tree's or everybody's records. */
export function ScopeTable({ draft, known, locked, onChange }: RolePartProps) {
  const w = words.use();
  const locale = localePreference.use();
  const choices = scopeWidths.map((key) => ({ key, label: w(`scope_${key}`) }));
  return (
    <PlainTable<ObjectRow>
      flush
      label={w('scopesTitle')}
      rows={known.objects.filter((one) => one.owned)}
      rowKey={(row) => row.object}
      columns={[
        { key: 'object', label: w('object'), width: 160, render: (row) => row.label[locale] },
        {
          key: 'scope',
          label: w('scope'),
          render: (row) => (
            <FieldInput
              field={{
                key: row.object,
                kind: 'choice',
                label: row.label[locale],
                required: true,
                readOnly: locked,
                choices,
              }}
              value={draft.scopes[row.object] ?? 'none'}
              onChange={(value) => onChange(withScope(draft, row.object, String(value) as ScopeWidth))}
            />
          ),
        },
      ]}
    />
  );
}

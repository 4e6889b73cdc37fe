import { FormField } from '#ui/form-field.tsx';
import { Section } from '#ui/panel-section.tsx';
import { words } from './identity-words.ts';
import type { RoleDraft } from './role-draft.ts';

interface RoleNamesFormProps {
  readonly draft: RoleDraft;
  readonly onChange: (draft: RoleDraft) => void;
}

/** What a new role is called, in both languages. */
export function RoleNamesForm({ draft, onChange }: RoleNamesFormProps) {
  const w = words.use();
  const labels = { name: w('roleName'), nameEn: w('roleNameEn') };
  return (
    <Section title={w('createRole')}>
      {(['name', 'nameEn'] as const).map((key) => (
        <FormField
          key={key}
          field={{ key, kind: 'text', label: labels[key], required: true, maxLength: 60 }}
          value={draft[key]}
          onChange={(value) => onChange({ ...draft, [key]: String(value ?? '') })}
        />
      ))}
    </Section>
  );
}

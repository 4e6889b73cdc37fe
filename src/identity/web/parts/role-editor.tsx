import { useState } from 'react';
import { localePreference } from '#kernel/web/preferences.ts';
import { useMay, useSession } from '#kernel/web/session.ts';
import { Notice } from '#ui/notice.tsx';
import { Page } from '#ui/page.tsx';
import { Section } from '#ui/panel-section.tsx';
import { SettingsColumn } from '#ui/side-menu.tsx';
import { Tag } from '#ui/tag.tsx';
import { FieldRightsTable } from './field-rights-table.tsx';
import { words } from './identity-words.ts';
import { PermissionChecks } from './permission-checks.tsx';
import type { KnownRights, RoleDraft, RoleRow } from './role-draft.ts';
import { RoleNamesForm } from './role-names-form.tsx';
import { RoleVerbs } from './role-verbs.tsx';
import { ScopeTable } from './scope-table.tsx';

interface RoleEditorProps {
  readonly role: RoleRow | null;
  readonly start: RoleDraft;
  readonly known: KnownRights;
  readonly onCopy: () => void;
  readonly onGone: () => void;
  readonly onMade: (id: string) => void;
}

/** What a role gives: whose records, which deeds, which fields. Saved as a whole. */
export function RoleEditor({ role, start, known, ...after }: RoleEditorProps) {
  const w = words.use();
  const may = useMay();
  const locale = localePreference.use();
  const session = useSession();
  const [draft, setDraft] = useState(start);
  const own = role !== null && session.roles.some((one) => one.key === role.key);
  const locked = own || !may('roles.manage');
  const changed = JSON.stringify(draft) !== JSON.stringify(start);
  const named = draft.name.trim() !== '' && draft.nameEn.trim() !== '';
  const part = { draft, known, locked, onChange: setDraft };
  return (
    <Page
      title={(locale === 'zh' ? draft.name : draft.nameEn) || w('createRole')}
      crumbs={[{ label: w('rolesTitle'), href: '/settings/roles' }]}
      flags={role?.builtIn ? <Tag>{w('builtIn')}</Tag> : null}
      actions={<RoleVerbs role={role} draft={draft} savable={!locked && changed && named} {...after} />}
    >
      {own ? (
        <Notice flush tone="neutral">
          {w('ownRole')}
        </Notice>
      ) : null}
      <SettingsColumn>
        {role ? null : <RoleNamesForm draft={draft} onChange={setDraft} />}
        <Section title={w('scopesTitle')}>
          <ScopeTable {...part} />
        </Section>
        <Section title={w('permissionsTitle')} note={draft.permissions.length}>
          <PermissionChecks {...part} />
        </Section>
        <Section title={w('fieldsTitle')} note={w('fieldsHint')}>
          <FieldRightsTable {...part} />
        </Section>
      </SettingsColumn>
    </Page>
  );
}

import { Button } from 'antd';
import { useState } from 'react';
import { localePreference } from '#kernel/web/preferences.ts';
import { useMay, useSession } from '#kernel/web/session.ts';
import { isProblem, useAct } from '#kernel/web/use-operation.ts';
import { FormField } from '#ui/form-field.tsx';
import { Notice } from '#ui/notice.tsx';
import { Page } from '#ui/page.tsx';
import { Section } from '#ui/panel-section.tsx';
import { SettingsColumn } from '#ui/side-menu.tsx';
import { Tag } from '#ui/tag.tsx';
import { useToasts } from '#ui/toast.tsx';
import { createRole, deleteRole, updateRole } from '../../contract/roles.ts';
import { FieldRightsTable } from './field-rights-table.tsx';
import { words } from './identity-words.ts';
import { PermissionChecks } from './permission-checks.tsx';
import { type KnownRights, type RoleDraft, type RoleRow, sentDraft } from './role-draft.ts';
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
export function RoleEditor({ role, start, known, onCopy, onGone, onMade }: RoleEditorProps) {
  const w = words.use();
  const may = useMay();
  const toasts = useToasts();
  const locale = localePreference.use();
  const session = useSession();
  const [draft, setDraft] = useState(start);
  const create = useAct(createRole);
  const update = useAct(updateRole);
  const remove = useAct(deleteRole);
  const own = role !== null && session.roles.some((one) => one.key === role.key);
  const locked = own || !may('roles.manage');
  const changed = JSON.stringify(draft) !== JSON.stringify(start);

  async function save() {
    const sent = sentDraft(draft);
    if (!role) {
      const made = await create(sent);
      if (!isProblem(made)) onMade(made.id);
      return;
    }
    const saved = await update({ id: role.id, version: role.version, ...sent });
    if (!isProblem(saved)) toasts.show({ text: w('roleSaved', { n: role.people, count: role.people }) });
  }
  async function erase(gone: RoleRow) {
    if (isProblem(await remove({ id: gone.id }))) return;
    toasts.show({ text: w('roleDeleted', { name: gone.name }) });
    onGone();
  }
  const title = (locale === 'zh' ? draft.name : draft.nameEn) || w('createRole');
  return (
    <Page
      title={title}
      crumbs={[{ label: w('rolesTitle'), href: '/settings/roles' }]}
      flags={role?.builtIn ? <Tag>{w('builtIn')}</Tag> : null}
      actions={
        may('roles.manage') ? (
          <>
            {role && !role.builtIn && role.people === 0 ? (
              <Button danger onClick={() => void erase(role)}>
                {w('deleteRole')}
              </Button>
            ) : null}
            {role ? <Button onClick={onCopy}>{w('copyRole')}</Button> : null}
            <Button
              type="primary"
              disabled={locked || !changed || !draft.name || !draft.nameEn}
              onClick={() => void save()}
            >
              {w('saveRole')}
            </Button>
          </>
        ) : undefined
      }
    >
      {own ? (
        <Notice flush tone="neutral">
          {w('ownRole')}
        </Notice>
      ) : null}
      <SettingsColumn>
        {role ? null : (
          <Section title={w('createRole')}>
            {(['name', 'nameEn'] as const).map((key) => (
              <FormField
                key={key}
                field={{
                  key,
                  kind: 'text',
                  label: key === 'name' ? w('roleName') : w('roleNameEn'),
                  required: true,
                  maxLength: 60,
                }}
                value={draft[key]}
                onChange={(value) => setDraft({ ...draft, [key]: String(value ?? '') })}
              />
            ))}
          </Section>
        )}
        <Section title={w('scopesTitle')}>
          <ScopeTable draft={draft} known={known} locked={locked} onChange={setDraft} />
        </Section>
        <Section title={w('permissionsTitle')} note={draft.permissions.length}>
          <PermissionChecks draft={draft} known={known} locked={locked} onChange={setDraft} />
        </Section>
        <Section title={w('fieldsTitle')} note={w('fieldsHint')}>
          <FieldRightsTable draft={draft} known={known} locked={locked} onChange={setDraft} />
        </Section>
      </SettingsColumn>
    </Page>
  );
}

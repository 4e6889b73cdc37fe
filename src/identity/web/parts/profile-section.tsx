import { Button } from 'antd';
import { useState } from 'react';
import { localePreference } from '#kernel/web/preferences.ts';
import { isProblem, useAct, useRead } from '#kernel/web/use-operation.ts';
import { Dialog } from '#ui/dialog.tsx';
import { FactList } from '#ui/fact-list.tsx';
import { Form } from '#ui/form.tsx';
import { Section } from '#ui/panel-section.tsx';
import { SkeletonLines } from '#ui/skeleton.tsx';
import { updateProfile } from '../../contract/account.ts';
import { me } from '../../contract/me.ts';
import { formProblems } from './form-problems.ts';
import { words } from './identity-words.ts';

/** Who I am here: what I may change myself, and what an administrator decides. */
export function ProfileSection() {
  const w = words.use();
  const locale = localePreference.use();
  const { data } = useRead(me, {});
  const update = useAct(updateProfile, { quiet: true });
  const [editing, setEditing] = useState(false);
  if (!data) return <SkeletonLines rows={5} />;
  const { name, email, phone, title, team, roles } = data;
  const roleNames = roles.map((role) => (locale === 'zh' ? role.name : role.nameEn));
  const facts = [
    { key: 'name', label: w('name'), value: name },
    { key: 'email', label: w('email'), value: email },
    { key: 'phone', label: w('phone'), value: phone ?? '—' },
    { key: 'title', label: w('jobTitle'), value: title ?? '—' },
    { key: 'team', label: w('team'), value: team?.name ?? w('noTeam') },
    { key: 'roles', label: w('roles'), value: roleNames.join(locale === 'zh' ? '、' : ', ') || '—' },
  ];
  return (
    <Section
      title={w('profile')}
      aside={<Button onClick={() => setEditing(true)}>{w('editProfile')}</Button>}
    >
      <FactList facts={facts} />
      {editing ? (
        <Dialog open title={w('editProfile')} onClose={() => setEditing(false)}>
          <Form
            fields={[
              { key: 'name', kind: 'text', label: w('name'), required: true, maxLength: 60 },
              { key: 'phone', kind: 'phone', label: w('phone') },
              { key: 'title', kind: 'text', label: w('jobTitle'), maxLength: 60 },
            ]}
            initial={{ name, phone, title }}
            submitLabel={w('save')}
            onCancel={() => setEditing(false)}
            onDone={() => setEditing(false)}
            onSubmit={async (values) => {
              const answer = await update({
                name: String(values.name),
                phone: values.phone ? String(values.phone) : null,
                title: values.title ? String(values.title) : null,
              });
              return isProblem(answer) ? formProblems(answer) : undefined;
            }}
          />
        </Dialog>
      ) : null}
    </Section>
  );
}

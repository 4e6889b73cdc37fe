import { useState } from 'react';
import { formFields } from '#kernel/web/catalogue.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import { isProblem, useAct } from '#kernel/web/use-operation.ts';
import { Dialog } from '#ui/dialog.tsx';
import { Form } from '#ui/form.tsx';
import { createUser } from '../../contract/users.ts';
import { userObject } from '../../fields.ts';
import { CopyOnce } from './copy-once.tsx';
import { formProblems } from './form-problems.ts';
import { words } from './identity-words.ts';
import { useRoleChoices } from './use-role-choices.ts';
import { useTeamChoices } from './use-team-choices.ts';

/** Name, e-mail, roles and team; then the link, for companies without a mail server. */
export function InviteDialog({ onClose }: { readonly onClose: () => void }) {
  const w = words.use();
  const locale = localePreference.use();
  const roles = useRoleChoices();
  const teams = useTeamChoices();
  const invite = useAct(createUser, { quiet: true });
  const [link, setLink] = useState<string>();
  if (link !== undefined)
    return (
      <CopyOnce
        title={w('inviteReady')}
        hint={w('inviteValid')}
        text={link}
        copyLabel={w('copyLink')}
        onClose={onClose}
      />
    );
  return (
    <Dialog open title={w('invite')} size="form" onClose={onClose}>
      <Form
        fields={[
          ...formFields(userObject, locale, ['name', 'email']),
          { key: 'roleIds', kind: 'multiChoice', label: w('roles'), required: true, choices: roles },
          { key: 'teamId', kind: 'choice', label: w('team'), choices: teams },
          ...formFields(userObject, locale, ['title', 'phone']),
        ]}
        submitLabel={w('invite')}
        footerLeft={<span className="yd-text3">{w('inviteHint')}</span>}
        onCancel={onClose}
        onSubmit={async ({ roleIds, ...values }) => {
          const chosen = Array.isArray(roleIds) ? roleIds.map(String) : [];
          const answer = await invite({ ...values, roleIds: chosen } as never);
          if (isProblem(answer)) return formProblems(answer);
          setLink(answer.inviteUrl);
          return undefined;
        }}
      />
    </Dialog>
  );
}

import { useState } from 'react';
import { localePreference } from '#kernel/web/preferences.ts';
import { isProblem, useAct, useRead } from '#kernel/web/use-operation.ts';
import { Dialog } from '#ui/dialog.tsx';
import { Form } from '#ui/form.tsx';
import { createKey } from '../../contract/account.ts';
import { ownPermissions } from '../../contract/me.ts';
import { CopyOnce } from './copy-once.tsx';
import { formProblems } from './form-problems.ts';
import { words } from './identity-words.ts';

/** Purpose, rights, how long; then the key itself, this once. */
export function CreateKeyDialog({ onClose }: { readonly onClose: () => void }) {
  const w = words.use();
  const locale = localePreference.use();
  const own = useRead(ownPermissions, {});
  const create = useAct(createKey, { quiet: true });
  const [key, setKey] = useState<string>();
  if (key !== undefined)
    return (
      <CopyOnce
        title={w('keyMade')}
        hint={w('keyOnce')}
        text={key}
        copyLabel={w('copyAll')}
        onClose={onClose}
      />
    );
  return (
    <Dialog open title={w('createKey')} onClose={onClose}>
      <Form
        fields={[
          { key: 'name', kind: 'text', label: w('keyName'), required: true, maxLength: 60 },
          {
            key: 'scopes',
            kind: 'multiChoice',
            label: w('keyScopes'),
            hint: w('keyScopesHint'),
            choices: (own.data?.items ?? []).map(({ key: right, label }) => ({
              key: right,
              label: label[locale],
            })),
          },
          {
            key: 'days',
            kind: 'integer',
            label: w('lifetime'),
            unit: w('days'),
            required: true,
            min: '1',
            max: '3650',
          },
        ]}
        initial={{ days: 365 }}
        submitLabel={w('createKey')}
        onCancel={onClose}
        onSubmit={async (values) => {
          const answer = await create({
            name: String(values.name),
            scopes: Array.isArray(values.scopes) ? values.scopes.map(String) : [],
            expiresInDays: Number(values.days),
          });
          if (isProblem(answer)) return formProblems(answer);
          setKey(answer.key);
          return undefined;
        }}
      />
    </Dialog>
  );
}

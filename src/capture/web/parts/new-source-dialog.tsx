import { Button } from 'antd';
import { useState } from 'react';
import { channelChoices } from '#accounts/model.ts';
import type { Sent } from '#kernel/contract.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import { isProblem, useAct, useRead } from '#kernel/web/use-operation.ts';
import { Dialog } from '#ui/dialog.tsx';
import type { FieldSpec } from '#ui/field-spec.ts';
import { Form } from '#ui/form.tsx';
import { useToasts } from '#ui/toast.tsx';
import { describeCapture } from '../../contract/forms.ts';
import { createSource } from '../../contract/sources.ts';
import { words } from './capture-words.ts';
import { SecretOnce } from './secret-once.tsx';

/** Opens a web hook, whose key is shown once afterwards, or a mail box. */
export function NewSourceDialog({ onClose }: { readonly onClose: () => void }) {
  const w = words.use();
  const toasts = useToasts();
  const create = useAct(createSource, { quiet: true });
  const [made, setMade] = useState<{ address: string; secret: string } | null>(null);
  const fields = useFields();
  if (made)
    return (
      <Dialog
        open
        size="form"
        padded
        title={w('secret')}
        onClose={onClose}
        footer={
          <Button type="primary" onClick={onClose}>
            {w('saved')}
          </Button>
        }
      >
        <SecretOnce {...made} />
      </Dialog>
    );
  return (
    <Dialog open size="form" title={w('newSource')} onClose={onClose}>
      <Form
        fields={fields}
        initial={{ kind: 'webhook', channel: 'search', port: 993, folder: 'INBOX' }}
        submitLabel={w('newSource')}
        onCancel={onClose}
        when={(key, values) => !mailKeys.includes(key) || values.kind === 'mail'}
        onSubmit={async (values) => {
          const answer = await create(sentOf(values));
          if (isProblem(answer))
            return answer.errors.length > 0 ? answer.errors : [{ message: answer.message }];
          if (answer.address && answer.secret) setMade({ address: answer.address, secret: answer.secret });
          else {
            toasts.show({ text: w('saved') });
            onClose();
          }
          return undefined;
        }}
      />
    </Dialog>
  );
}

function sentOf(values: Readonly<Record<string, unknown>>): Sent<typeof createSource> {
  const mail = values.kind === 'mail';
  const said = (key: string) => String(values[key] ?? '').trim();
  return {
    name: said('name'),
    kind: mail ? 'mail' : 'webhook',
    channel: said('channel') as (typeof channelChoices)[number]['key'],
    campaign: said('campaign') || null,
    ownerId: null,
    poolId: said('poolId') || null,
    ...(mail
      ? {
          mail: { host: said('host'), port: Number(values.port), user: said('user'), folder: said('folder') },
          password: String(values.password ?? ''),
        }
      : {}),
  };
}

const mailKeys = ['host', 'port', 'user', 'password', 'folder'];

function useFields(): readonly FieldSpec[] {
  const w = words.use();
  const locale = localePreference.use();
  const { data: ground } = useRead(describeCapture, {});
  return [
    {
      key: 'kind',
      kind: 'choice',
      label: w('kind'),
      required: true,
      asButtons: true,
      choices: [
        { key: 'webhook', label: w('webhook') },
        { key: 'mail', label: w('mail') },
      ],
    },
    { key: 'name', kind: 'text', label: w('name'), required: true, maxLength: 80 },
    {
      key: 'channel',
      kind: 'choice',
      label: w('channel'),
      required: true,
      choices: channelChoices.map(({ key, label }) => ({ key, label: label[locale] })),
    },
    { key: 'campaign', kind: 'text', label: w('campaign'), maxLength: 120 },
    {
      key: 'poolId',
      kind: 'choice',
      label: w('pool'),
      hint: w('placeRules'),
      choices: (ground?.pools ?? []).map(({ id, name }) => ({ key: id, label: name })),
    },
    { key: 'host', kind: 'text', label: w('host'), required: true, placeholder: 'imap.exmail.qq.com' },
    { key: 'port', kind: 'integer', label: w('port'), required: true },
    { key: 'user', kind: 'text', label: w('user'), required: true },
    { key: 'password', kind: 'text', label: w('password'), required: true, secret: true },
    { key: 'folder', kind: 'text', label: w('folder'), required: true },
  ];
}

import { useNavigate } from '@tanstack/react-router';
import type { Output } from '#kernel/contract.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import { isProblem, useAct, useRead } from '#kernel/web/use-operation.ts';
import { Dialog } from '#ui/dialog.tsx';
import type { ChoiceSpec, FieldSpec } from '#ui/field-spec.ts';
import { Form } from '#ui/form.tsx';
import type { FormValues } from '#ui/form-check.ts';
import { useToasts } from '#ui/toast.tsx';
import { convertLead, previewConversion } from '../../contract/conversion.ts';
import { leadObject } from '../../fields.ts';
import { words } from './lead-words.ts';

interface ConvertDialogProps {
  readonly id: string;
  readonly company: string;
  readonly amount: string;
  readonly onClose: () => void;
}

const reasonWords = { name: 'byName', phone: 'byPhone', email: 'byEmail' } as const;

/** Which account it becomes or joins, and whether a deal starts with it; then all or nothing. */
export function ConvertDialog({ id, company, amount, onClose }: ConvertDialogProps) {
  const w = words.use();
  const navigate = useNavigate();
  const toasts = useToasts();
  const preview = useRead(previewConversion, { id });
  const convert = useAct(convertLead, { quiet: true });
  const matches = preview.data?.matches ?? [];
  const contacts = preview.data?.contacts ?? [];
  const fields = useFields(contacts, [
    ...matches
      .filter(({ linkable }) => linkable)
      .map((match) => ({
        key: match.id,
        label: `${w('convertLink', { name: match.name })} · ${w(reasonWords[match.reason])}${match.ownerName ? ` · ${match.ownerName}` : ''}`,
      })),
    { key: 'new', label: w('convertCreate', { name: company }) },
  ]);
  if (!preview.data && !preview.error) return null;
  return (
    <Dialog open title={w('convertTitle')} onClose={onClose}>
      <Form
        fields={fields}
        initial={{
          account: matches.find(({ linkable }) => linkable)?.id ?? 'new',
          ...(contacts.length > 0 ? { contact: 'auto' } : {}),
          withDeal: true,
          name: company,
          amount: amount || undefined,
        }}
        when={(key, values) =>
          key === 'account' || key === 'contact' || key === 'withDeal' || values.withDeal === true
        }
        submitLabel={w('convert')}
        onCancel={onClose}
        onSubmit={async (values) => {
          const answer = await convert({
            id,
            accountId: values.account === 'new' ? null : String(values.account),
            ...contactChoice(values.contact),
            opportunity: dealOf(values),
          });
          if (isProblem(answer))
            return answer.errors.length > 0 ? [...answer.errors] : [{ message: answer.message }];
          toasts.show({ text: w('converted') });
          onClose();
          void navigate({ to: `/accounts/${answer.accountId}` });
          return undefined;
        }}
      >
        <Colleagues matches={matches} />
        <Kept keys={preview.data?.kept ?? []} />
      </Form>
    </Dialog>
  );
}

const dealOf = (values: FormValues) =>
  values.withDeal
    ? {
        name: String(values.name),
        amount: String(values.amount),
        expectedCloseOn: values.expectedCloseOn ? String(values.expectedCloseOn) : null,
      }
    : null;

/** Accounts that are somebody else's: not to be linked, but their owners can be asked. */
function Colleagues({ matches }: Pick<Output<typeof previewConversion>, 'matches'>) {
  const w = words.use();
  return matches
    .filter(({ linkable }) => !linkable)
    .map(({ id, name, ownerName }) => (
      <p key={id}>
        {name} · {w('askOwner', { owner: ownerName ?? '' })}
      </p>
    ));
}

const contactChoice = (value: unknown) =>
  value === 'auto' || value == null ? {} : { contactId: value === 'new' ? null : String(value) };

/** What has no place on the account and stays where it is. */
function Kept({ keys }: { readonly keys: readonly string[] }) {
  const w = words.use();
  const locale = localePreference.use();
  if (keys.length === 0) return null;
  const labels = keys.map(
    (key) =>
      leadObject.fields.find((field) => field.key === key)?.label[locale] ?? key.replace('custom.', ''),
  );
  return <p>{w('convertKept', { names: labels.join(locale === 'zh' ? '、' : ', ') })}</p>;
}

type Contacts = Output<typeof previewConversion>['contacts'];

function useFields(contacts: Contacts, choices: readonly ChoiceSpec[]): FieldSpec[] {
  const w = words.use();
  const people = contacts.map(({ id, name, accountName }) => ({
    key: id,
    label: w('contactLink', { name, account: accountName }),
  }));
  return [
    { key: 'account', kind: 'choice', label: w('convertMatch'), required: true, choices, asButtons: true },
    ...(people.length > 0
      ? [
          {
            ...({ key: 'contact', kind: 'choice', label: w('convertContact'), required: true } as const),
            choices: [
              { key: 'auto', label: w('contactAuto') },
              ...people,
              { key: 'new', label: w('contactNew') },
            ],
          },
        ]
      : []),
    { key: 'withDeal', kind: 'checkbox', label: w('withDeal') },
    { key: 'name', kind: 'text', label: w('dealName'), required: true, maxLength: 200 },
    { key: 'amount', kind: 'money', label: w('dealAmount'), required: true, min: '0' },
    { key: 'expectedCloseOn', kind: 'date', label: w('dealClose') },
  ];
}

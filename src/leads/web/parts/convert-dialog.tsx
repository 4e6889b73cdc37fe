import { useNavigate } from '@tanstack/react-router';
import { isProblem, useAct, useRead } from '#kernel/web/use-operation.ts';
import { Dialog } from '#ui/dialog.tsx';
import type { ChoiceSpec, FieldSpec } from '#ui/field-spec.ts';
import { Form } from '#ui/form.tsx';
import { useToasts } from '#ui/toast.tsx';
import { convertLead, previewConversion } from '../../contract/conversion.ts';
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
  const fields = useFields([
    ...matches.map((match) => ({
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
          account: matches[0]?.id ?? 'new',
          withDeal: true,
          name: company,
          amount: amount || undefined,
        }}
        when={(key, values) => key === 'account' || key === 'withDeal' || values.withDeal === true}
        submitLabel={w('convert')}
        onCancel={onClose}
        onSubmit={async (values) => {
          const answer = await convert({
            id,
            accountId: values.account === 'new' ? null : String(values.account),
            opportunity: values.withDeal
              ? {
                  name: String(values.name),
                  amount: String(values.amount),
                  expectedCloseOn: values.expectedCloseOn ? String(values.expectedCloseOn) : null,
                }
              : null,
          });
          if (isProblem(answer))
            return answer.errors.length > 0 ? [...answer.errors] : [{ message: answer.message }];
          toasts.show({ text: w('converted') });
          onClose();
          void navigate({ to: `/accounts/${answer.accountId}` });
          return undefined;
        }}
      />
    </Dialog>
  );
}

function useFields(choices: readonly ChoiceSpec[]): FieldSpec[] {
  const w = words.use();
  return [
    { key: 'account', kind: 'choice', label: w('convertMatch'), required: true, choices, asButtons: true },
    { key: 'withDeal', kind: 'checkbox', label: w('withDeal') },
    { key: 'name', kind: 'text', label: w('dealName'), required: true, maxLength: 200 },
    { key: 'amount', kind: 'money', label: w('dealAmount'), required: true, min: '0' },
    { key: 'expectedCloseOn', kind: 'date', label: w('dealClose') },
  ];
}

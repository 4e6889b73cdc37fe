import { useNavigate } from '@tanstack/react-router';
import { formFields } from '#kernel/web/catalogue.ts';
import { submitValues } from '#kernel/web/form-values.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import { useDefinition } from '#kernel/web/session.ts';
import type { CreateProps } from '#kernel/web/slice.ts';
import { isProblem, useAct } from '#kernel/web/use-operation.ts';
import { Dialog } from '#ui/dialog.tsx';
import { Form } from '#ui/form.tsx';
import { createContract } from '../../contract.ts';
import { contractObject } from '../../fields.ts';
import { words } from './contract-words.ts';

const asked = ['name', 'accountId', 'opportunityId', 'signedOn', 'startsOn', 'endsOn'];

/** A draft in half a minute; lines and plan follow on their own page. A deal brings its name and amount along. */
export function CreateContractDialog({ onClose, onCreated, initial = {} }: CreateProps) {
  const w = words.use();
  const locale = localePreference.use();
  const navigate = useNavigate();
  const { definition, rights } = useDefinition(contractObject);
  const create = useAct(createContract, { quiet: true });
  const { amount, ...values } = initial as Record<string, string | undefined>;
  const required = definition.fields
    .filter((field) => field.customKey && field.required)
    .map((field) => field.key);
  const lines =
    amount && values.name
      ? [{ product: values.name, quantity: '1', price: amount, discountPercent: '0' }]
      : [];
  return (
    <Dialog open title={w('create')} onClose={onClose}>
      <Form
        fields={formFields(definition, locale, [...asked, ...required], rights)}
        initial={values}
        submitLabel={w('next')}
        footerLeft={<span className="yd-text3">{w('createHint')}</span>}
        onCancel={onClose}
        onSubmit={async (sent) => {
          const answer = await create({ ...submitValues(definition, sent), lines } as never);
          if (isProblem(answer))
            return answer.errors.length > 0 ? [...answer.errors] : [{ message: answer.message }];
          onCreated?.(answer.id);
          onClose();
          void navigate({ to: `/contracts/${answer.id}/edit` });
          return undefined;
        }}
      />
    </Dialog>
  );
}

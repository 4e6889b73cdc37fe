import { formFields } from '#kernel/web/catalogue.ts';
import { submitValues } from '#kernel/web/form-values.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import { useDefinition } from '#kernel/web/session.ts';
import type { CreateProps } from '#kernel/web/slice.ts';
import { isProblem, useAct } from '#kernel/web/use-operation.ts';
import { Dialog } from '#ui/dialog.tsx';
import { Form } from '#ui/form.tsx';
import { createAccount } from '../../contract.ts';
import { accountObject } from '../../fields.ts';
import { words } from './account-words.ts';
import { DuplicateHint } from './duplicate-hint.tsx';

const asked = ['name', 'grade', 'phone', 'industry', 'region', 'channel'];

/** Quick create of a customer, with the hint who knows the company already. */
export function CreateAccountDialog({ onClose, onCreated, initial }: CreateProps) {
  const w = words.use();
  const locale = localePreference.use();
  const { definition, rights } = useDefinition(accountObject);
  const create = useAct(createAccount, { quiet: true });
  const required = definition.fields
    .filter((field) => field.customKey && field.required)
    .map((field) => field.key);
  return (
    <Dialog open title={w('create')} onClose={onClose}>
      <Form
        fields={formFields(definition, locale, [...asked, ...required], rights)}
        initial={initial as never}
        submitLabel={w('create')}
        createAnother
        onCancel={onClose}
        onDone={onClose}
        below={(key, values) =>
          key === 'name' || key === 'phone' ? (
            <DuplicateHint
              name={key === 'name' ? values.name : undefined}
              phone={key === 'phone' ? values.phone : undefined}
            />
          ) : null
        }
        onSubmit={async (values) => {
          const answer = await create(submitValues(definition, values) as never);
          if (isProblem(answer))
            return answer.errors.length > 0 ? [...answer.errors] : [{ message: answer.message }];
          onCreated?.(answer.id);
          return undefined;
        }}
      />
    </Dialog>
  );
}

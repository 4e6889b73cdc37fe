import { formFields } from '#kernel/web/catalogue.ts';
import { submitValues } from '#kernel/web/form-values.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import { useDefinition } from '#kernel/web/session.ts';
import type { CreateProps } from '#kernel/web/slice.ts';
import { isProblem, useAct } from '#kernel/web/use-operation.ts';
import { Dialog } from '#ui/dialog.tsx';
import { Form } from '#ui/form.tsx';
import { createContact } from '../../contract.ts';
import { contactObject } from '../../fields.ts';
import { words } from './account-words.ts';
import { DuplicateHint } from './duplicate-hint.tsx';

const asked = ['accountId', 'name', 'phone', 'title', 'role', 'email', 'birthday'];

/** A new person at a customer; opened from the customer's page the customer is already filled in. */
export function CreateContactDialog({ onClose, onCreated, initial }: CreateProps) {
  const w = words.use();
  const locale = localePreference.use();
  const { definition, rights } = useDefinition(contactObject);
  const create = useAct(createContact, { quiet: true });
  const required = definition.fields
    .filter((field) => field.customKey && field.required)
    .map((field) => field.key);
  return (
    <Dialog open title={w('createContact')} onClose={onClose}>
      <Form
        fields={formFields(definition, locale, [...asked, ...required], rights)}
        initial={initial as never}
        submitLabel={w('createContact')}
        createAnother
        onCancel={onClose}
        onDone={onClose}
        below={(key, values) => (key === 'phone' ? <DuplicateHint phone={values.phone} /> : null)}
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

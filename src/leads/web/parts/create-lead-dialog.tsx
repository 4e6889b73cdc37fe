import { DuplicateHint } from '#accounts/web/public.tsx';
import { formFields } from '#kernel/web/catalogue.ts';
import { submitValues } from '#kernel/web/form-values.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import { useDefinition } from '#kernel/web/session.ts';
import type { CreateProps } from '#kernel/web/slice.ts';
import { isProblem, useAct } from '#kernel/web/use-operation.ts';
import { Dialog } from '#ui/dialog.tsx';
import { Form } from '#ui/form.tsx';
import { createLead } from '../../contract.ts';
import { leadObject } from '../../fields.ts';
import { words } from './lead-words.ts';

const asked = ['company', 'contactName', 'phone', 'channel', 'region', 'expectedAmount', 'note'];

/** Quick create: what a caller tells in half a minute, with the hint who knows the company already. */
export function CreateLeadDialog({ onClose, onCreated, initial }: CreateProps) {
  const w = words.use();
  const locale = localePreference.use();
  const { definition, rights } = useDefinition(leadObject);
  const create = useAct(createLead, { quiet: true });
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
          key === 'company' || key === 'phone' ? (
            <DuplicateHint
              name={key === 'company' ? values.company : undefined}
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

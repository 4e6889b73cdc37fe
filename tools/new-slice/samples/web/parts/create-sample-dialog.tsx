import { formFields } from '#kernel/web/catalogue.ts';
import { submitValues } from '#kernel/web/form-values.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import { useDefinition } from '#kernel/web/session.ts';
import type { CreateProps } from '#kernel/web/slice.ts';
import { isProblem, useAct } from '#kernel/web/use-operation.ts';
import { Dialog } from '#ui/dialog.tsx';
import { Form } from '#ui/form.tsx';
import { createSample } from '../../contract.ts';
import { sampleObject } from '../../fields.ts';
import { words } from './sample-words.ts';

/** Quick create: what everybody knows at once, and what the organisation insists on. */
export function CreateSampleDialog({ onClose, onCreated, initial }: CreateProps) {
  const w = words.use();
  const locale = localePreference.use();
  const { definition, rights } = useDefinition(sampleObject);
  const create = useAct(createSample, { quiet: true });
  const required = definition.fields
    .filter((field) => field.customKey && field.required)
    .map(({ key }) => key);
  return (
    <Dialog open title={w('create')} onClose={onClose}>
      <Form
        fields={formFields(definition, locale, ['name', 'note', ...required], rights)}
        initial={initial as never}
        submitLabel={w('create')}
        createAnother
        onCancel={onClose}
        onDone={onClose}
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

import { formFields } from '#kernel/web/catalogue.ts';
import { submitValues } from '#kernel/web/form-values.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import { useDefinition } from '#kernel/web/session.ts';
import type { CreateProps } from '#kernel/web/slice.ts';
import { isProblem, useAct } from '#kernel/web/use-operation.ts';
import { Dialog } from '#ui/dialog.tsx';
import { Form } from '#ui/form.tsx';
import { createOpportunity } from '../../contract.ts';
import { opportunityObject } from '../../fields.ts';
import { defaultStages } from '../../model.ts';
import { words } from './opportunity-words.ts';

const asked = ['accountId', 'name', 'amount', 'expectedCloseOn', 'channel'];

/** A new deal; opened from a customer's page the customer is already filled in. */
export function CreateOpportunityDialog({ onClose, onCreated, initial }: CreateProps) {
  const w = words.use();
  const locale = localePreference.use();
  const { definition, rights } = useDefinition(opportunityObject);
  const create = useAct(createOpportunity, { quiet: true });
  const required = definition.fields
    .filter((field) => field.customKey && field.required)
    .map((field) => field.key);
  const stages = defaultStages
    .filter((stage) => stage.kind === 'open')
    .map((stage) => ({ key: stage.key, label: locale === 'zh' ? stage.nameZh : stage.nameEn }));
  return (
    <Dialog open title={w('create')} onClose={onClose}>
      <Form
        fields={[
          ...formFields(definition, locale, [...asked, ...required], rights),
          { key: 'stage', kind: 'choice', label: w('boardLabel'), required: true, choices: stages },
        ]}
        initial={{ stage: 'contacted', ...initial } as never}
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

import { CreateRecordDialog } from '#kernel/web/create-record-dialog.tsx';
import { localePreference } from '#kernel/web/preferences.ts';
import type { CreateProps } from '#kernel/web/slice.ts';
import { createOpportunity } from '../../contract.ts';
import { opportunityObject } from '../../fields.ts';
import { defaultStages } from '../../model.ts';
import { words } from './opportunity-words.ts';

const asked = ['accountId', 'name', 'amount', 'expectedCloseOn', 'channel'];

/** A new deal; opened from a customer's page the customer is already filled in. */
export function CreateOpportunityDialog({ initial, ...props }: CreateProps) {
  const w = words.use();
  const locale = localePreference.use();
  const stages = defaultStages
    .filter((stage) => stage.kind === 'open')
    .map((stage) => ({ key: stage.key, label: locale === 'zh' ? stage.nameZh : stage.nameEn }));
  return (
    <CreateRecordDialog
      {...props}
      definition={opportunityObject}
      create={createOpportunity}
      title={w('create')}
      asked={asked}
      more={[{ key: 'stage', kind: 'choice', label: w('boardLabel'), required: true, choices: stages }]}
      initial={{ stage: 'contacted', ...initial }}
    />
  );
}

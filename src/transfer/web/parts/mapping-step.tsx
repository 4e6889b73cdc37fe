import { TimeText } from '#ui/date-text.tsx';
import { Notice } from '#ui/notice.tsx';
import { WizardStack } from '#ui/wizard-parts.tsx';
import { ColumnTable } from './column-table.tsx';
import { FileForm } from './file-form.tsx';
import type { ImportDetail, PlanDraft } from './import-types.ts';
import { PlanChoices } from './plan-choices.tsx';
import { words } from './transfer-words.ts';

interface MappingStepProps {
  readonly one: ImportDetail;
  readonly draft: PlanDraft;
  readonly onDraft: (draft: PlanDraft) => void;
  /** Why the server did not take the plan, field by field. */
  readonly problem: string | undefined;
}

/** Second step: which column goes into which field, and what happens with what is there already. */
export function MappingStep({ one, draft, onDraft, problem }: MappingStepProps) {
  const w = words.use();
  return (
    <WizardStack>
      {one.sameFile ? (
        <Notice
          title={
            <>
              {w('sameFile', { by: one.sameFile.by })} <TimeText at={one.sameFile.at} as="exact" />
            </>
          }
        >
          {w('sameFileHint')}
        </Notice>
      ) : null}
      {problem ? <Notice tone="bad">{problem}</Notice> : null}
      <FileForm one={one} />
      <ColumnTable one={one} draft={draft} onDraft={onDraft} />
      <PlanChoices one={one} draft={draft} onDraft={onDraft} />
    </WizardStack>
  );
}

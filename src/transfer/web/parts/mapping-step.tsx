import { Select } from 'antd';
import { localePreference } from '#kernel/web/preferences.ts';
import { TimeText } from '#ui/date-text.tsx';
import { Notice } from '#ui/notice.tsx';
import { PlainTable } from '#ui/plain-table.tsx';
import { SampleText, WizardStack } from '#ui/wizard-parts.tsx';
import { FileForm } from './file-form.tsx';
import type { ImportDetail, PlanDraft } from './import-types.ts';
import { PlanChoices } from './plan-choices.tsx';
import { words } from './transfer-words.ts';

interface MappingStepProps {
  readonly one: ImportDetail;
  readonly draft: PlanDraft;
  readonly onDraft: (draft: PlanDraft) => void;
  /** Field that the server refused, with its sentence. */
  readonly problem: string | undefined;
}

interface MappingRow {
  readonly index: number;
  readonly header: string;
  readonly samples: readonly string[];
}

/** Second step: which column goes into which field, and what happens with what is there already. */
export function MappingStep({ one, draft, onDraft, problem }: MappingStepProps) {
  const w = words.use();
  const locale = localePreference.use();
  const rows: MappingRow[] = one.columns.map((column, index) => ({ index, ...column }));
  const used = new Set(draft.fields);
  const put = (index: number, key: string | null) =>
    onDraft({ ...draft, fields: draft.fields.map((before, at) => (at === index ? key : before)) });
  return (
    <WizardStack>
      {one.sameFile ? (
        <Notice
          title={
            <>
              {w('sameFile', { by: one.sameFile.by })}
              <TimeText at={one.sameFile.at} as="exact" />
            </>
          }
        >
          {w('sameFileHint')}
        </Notice>
      ) : null}
      {problem ? <Notice tone="bad">{problem}</Notice> : null}
      <FileForm one={one} />
      <PlainTable<MappingRow>
        label={w('stepMapping')}
        rows={rows}
        rowKey={(row) => String(row.index)}
        columns={[
          {
            key: 'header',
            label: w('fileColumn'),
            width: 200,
            render: (row) =>
              row.header || <span className="yd-text3">{w('unnamed', { n: row.index + 1 })}</span>,
          },
          {
            key: 'samples',
            label: w('samples'),
            render: (row) => <SampleText>{row.samples.join(' · ')}</SampleText>,
          },
          {
            key: 'field',
            label: w('intoField'),
            width: 240,
            render: (row) => (
              <Select
                className="yd-wizard-select"
                aria-label={`${row.header || row.index + 1}: ${w('intoField')}`}
                value={draft.fields[row.index] ?? undefined}
                placeholder={w('notImported')}
                allowClear
                showSearch={{ optionFilterProp: 'label' }}
                onChange={(key?: string) => put(row.index, key ?? null)}
                options={one.fields.map((field) => ({
                  value: field.key,
                  label: field.required ? `${field.label[locale]} *` : field.label[locale],
                  disabled: used.has(field.key) && draft.fields[row.index] !== field.key,
                }))}
              />
            ),
          },
        ]}
      />
      <PlanChoices one={one} draft={draft} onDraft={onDraft} />
    </WizardStack>
  );
}

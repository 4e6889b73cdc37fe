import { Checkbox, Select } from 'antd';
import { localePreference } from '#kernel/web/preferences.ts';
import { Segments } from '#ui/segments.tsx';
import { WizardChoice, WizardStack } from '#ui/wizard-parts.tsx';
import type { ImportDetail, PlanDraft } from './import-types.ts';
import { words } from './transfer-words.ts';

interface PlanChoicesProps {
  readonly one: ImportDetail;
  readonly draft: PlanDraft;
  readonly onDraft: (draft: PlanDraft) => void;
}

/** What is decided once for all rows: duplicates, order of dates, the pool. */
export function PlanChoices({ one, draft, onDraft }: PlanChoicesProps) {
  const w = words.use();
  const locale = localePreference.use();
  const dated = one.fields.some(
    (field) => (field.type === 'date' || field.type === 'datetime') && draft.fields.includes(field.key),
  );
  const modes = [
    { key: 'add', label: w('modeAdd') },
    ...(one.mayUpdate
      ? [
          { key: 'both', label: w('modeBoth') },
          { key: 'update', label: w('modeUpdate') },
        ]
      : []),
  ] as const;
  return (
    <WizardStack>
      <WizardChoice label={w('mode')}>
        <Segments
          label={w('mode')}
          choices={modes}
          value={draft.mode}
          onChange={(mode) => onDraft({ ...draft, mode: mode as PlanDraft['mode'] })}
          stretch={false}
        />
      </WizardChoice>
      <WizardChoice label={w('sameBy')}>
        <Checkbox.Group
          value={draft.keys}
          onChange={(keys) => onDraft({ ...draft, keys: keys as string[] })}
          options={one.matchKeys.map(({ key, label }) => ({ value: key, label: label[locale] }))}
        />
      </WizardChoice>
      {dated ? <DateOrder draft={draft} onDraft={onDraft} /> : null}
      {one.options.map(({ key, label, choices }) => (
        <WizardChoice key={key} label={label[locale]}>
          <Select
            className="yd-wizard-select"
            aria-label={label[locale]}
            value={draft.options?.[key]}
            onChange={(value: string) => onDraft({ ...draft, options: { ...draft.options, [key]: value } })}
            options={choices.map((choice) => ({ value: choice.key, label: choice.label }))}
          />
        </WizardChoice>
      ))}
    </WizardStack>
  );
}

/** What 3/4/2026 means. */
function DateOrder({ draft, onDraft }: Omit<PlanChoicesProps, 'one'>) {
  const w = words.use();
  return (
    <WizardChoice label={w('dateOrder')}>
      <Segments
        label={w('dateOrder')}
        choices={[
          { key: 'none', label: w('dateUnset') },
          { key: 'dmy', label: w('dateDmy') },
          { key: 'mdy', label: w('dateMdy') },
        ]}
        value={draft.dateOrder ?? 'none'}
        onChange={(order) =>
          onDraft({ ...draft, dateOrder: order === 'none' ? null : (order as 'dmy' | 'mdy') })
        }
        stretch={false}
      />
    </WizardChoice>
  );
}

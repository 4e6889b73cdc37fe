import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useMay } from '#kernel/web/session.ts';
import { RuleLine, RulePart } from '#ui/rule-editor.tsx';
import { ownerKeys } from '../../model.ts';
import { blacklistText, readBlacklistText } from '../../rules/blacklist-lines.ts';
import { AssignmentFrame } from './assignment-frame.tsx';
import { words } from './assignment-words.ts';
import type { Listed } from './drafts.ts';
import { areHoursWhole, HoursEditor } from './hours-editor.tsx';
import { type Settings, useSaveSettings } from './use-save-settings.ts';

const keyWords = {
  uscc: 'uscc',
  phone: 'phone',
  email: 'email',
  name: 'companyName',
  domain: 'domain',
} as const;

interface SettingsPartProps {
  readonly settings: Settings;
  readonly pools: Listed['pools'];
}

/** What holds for all rules: recognition, blacklist, the pool of last resort, the hours of the company. */
export function SettingsPart({ settings, pools }: SettingsPartProps) {
  const w = words.use();
  const manages = useMay()('assignment.manage');
  const save = useSaveSettings(settings);
  const start = {
    ...settings,
    blacklist: blacklistText(settings.blacklist.map((bar) => ({ ...bar, note: bar.note ?? null }))),
  };
  const [draft, setDraft] = useState(start);
  const put = (change: Partial<typeof draft>) => setDraft({ ...draft, ...change });
  const changed = JSON.stringify(draft) !== JSON.stringify(start);
  return (
    <AssignmentFrame
      tab="settings"
      subtitle={manages ? undefined : w('readOnly')}
      actions={
        manages ? (
          <>
            {changed ? <Button onClick={() => setDraft(start)}>{w('reset')}</Button> : null}
            <Button
              type="primary"
              disabled={!changed || !areHoursWhole(draft.hours)}
              onClick={() => void save({ ...draft, blacklist: readBlacklistText(draft.blacklist) })}
            >
              {w('save')}
            </Button>
          </>
        ) : null
      }
    >
      <RulePart title={w('officeHours')} note={w('hoursHint')}>
        <HoursEditor hours={draft.hours} onChange={(hours) => put({ hours })} />
      </RulePart>
      <Recognition draft={draft} pools={pools} onChange={put} />
      <RulePart title={w('blacklist')} note={w('blacklistHint')}>
        <Input.TextArea
          aria-label={w('blacklist')}
          rows={6}
          value={draft.blacklist}
          onChange={(event) => put({ blacklist: event.target.value })}
        />
      </RulePart>
    </AssignmentFrame>
  );
}

interface RecognitionProps {
  readonly draft: Pick<Settings, 'ownerKeys' | 'fallbackPoolId'>;
  readonly pools: Listed['pools'];
  readonly onChange: (change: Partial<Pick<Settings, 'ownerKeys' | 'fallbackPoolId'>>) => void;
}

function Recognition({ draft, pools, onChange }: RecognitionProps) {
  const w = words.use();
  return (
    <RulePart title={w('rules')}>
      <RuleLine label={w('recognise')}>
        <Select
          mode="multiple"
          className="yd-select"
          aria-label={w('recognise')}
          value={draft.ownerKeys}
          options={ownerKeys.map((value) => ({ value, label: w(keyWords[value]) }))}
          onChange={(chosen) => onChange({ ownerKeys: chosen })}
        />
      </RuleLine>
      <RuleLine label={w('fallback')}>
        <Select
          allowClear
          className="yd-select"
          aria-label={w('fallback')}
          placeholder={w('defaultPool')}
          value={draft.fallbackPoolId}
          options={pools.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(value) => onChange({ fallbackPoolId: value ?? null })}
        />
      </RuleLine>
    </RulePart>
  );
}

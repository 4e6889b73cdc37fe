import { Link } from '@tanstack/react-router';
import { Button, Input, InputNumber, Select } from 'antd';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { newId } from '#kernel/values/id.ts';
import { useMay } from '#kernel/web/session.ts';
import { ConditionEditor } from '#ui/filter-builder.tsx';
import { OrderedRules, RuleFoot, RuleLine, RuleReading } from '#ui/rule-editor.tsx';
import { clockKinds, lastSteps } from '../../model.ts';
import { AssignmentFrame } from './assignment-frame.tsx';
import { words } from './assignment-words.ts';
import { asGroup, isWhole, moved, sentCondition, useLeadFields } from './drafts.ts';
import { type Settings, useSaveSettings } from './use-save-settings.ts';

type Draft = Omit<Settings['policies'][number], 'condition'> & {
  readonly key: string;
  readonly condition: ReturnType<typeof asGroup>;
};

const lastWords = { rule: 'lastRule', pool: 'lastPool', nothing: 'lastNothing' } as const;

/** How fast whoever gets a lead must be heard of; the first policy that holds counts. */
export function PoliciesPart({ settings }: { readonly settings: Settings }) {
  const w = words.use();
  const manages = useMay()('assignment.manage');
  const save = useSaveSettings(settings);
  const [start] = useState<readonly Draft[]>(() =>
    settings.policies.map((policy) => ({ ...policy, key: newId(), condition: asGroup(policy.condition) })),
  );
  const [drafts, setDrafts] = useState(start);
  const changed = JSON.stringify(drafts) !== JSON.stringify(start);
  const whole = drafts.every(({ name, condition }) => name.trim() !== '' && isWhole(condition));
  const policies = () =>
    drafts.map(({ key: _key, condition, ...policy }) => ({ ...policy, condition: sentCondition(condition) }));
  return (
    <AssignmentFrame
      tab="response"
      subtitle={manages ? undefined : w('readOnly')}
      actions={
        <>
          <Link to={'/first-responses' as never}>{w('seeList')}</Link>
          {changed ? <Button onClick={() => setDrafts(start)}>{w('reset')}</Button> : null}
          {manages ? (
            <Button
              type="primary"
              disabled={!changed || !whole}
              onClick={() => void save({ policies: policies() })}
            >
              {w('save')}
            </Button>
          ) : null}
        </>
      }
    >
      <RuleReading label={w('readAs')}>{w('policyReading')}</RuleReading>
      <PolicyList drafts={drafts} onDrafts={setDrafts} />
    </AssignmentFrame>
  );
}

interface PolicyLinesProps {
  readonly draft: Draft;
  readonly onChange: (change: Partial<Draft>) => void;
}

function PolicyLines({ draft, onChange }: PolicyLinesProps) {
  const w = words.use();
  return (
    <div className="yd-rules-lines">
      <RuleLine label={w('minutes')}>
        <InputNumber
          min={1}
          max={43_200}
          precision={0}
          aria-label={w('minutes')}
          value={draft.minutes}
          onChange={(minutes) => onChange({ minutes: minutes ?? 1 })}
        />
      </RuleLine>
      <RuleLine label={w('clock')}>
        <Select
          className="yd-select"
          aria-label={w('clock')}
          value={draft.clock}
          options={clockKinds.map((value) => ({ value, label: w(value) }))}
          onChange={(clock) => onChange({ clock })}
        />
      </RuleLine>
      <RuleLine label={w('atLast')}>
        <Select
          className="yd-select"
          aria-label={w('atLast')}
          value={draft.atLast}
          options={lastSteps.map((value) => ({ value, label: w(lastWords[value]) }))}
          onChange={(atLast) => onChange({ atLast })}
        />
      </RuleLine>
    </div>
  );
}

interface PolicyListProps {
  readonly drafts: readonly Draft[];
  readonly onDrafts: (drafts: readonly Draft[]) => void;
}

function PolicyList({ drafts, onDrafts }: PolicyListProps) {
  const w = words.use();
  const fields = useLeadFields();
  const put = (at: number, change: Partial<Draft>) =>
    onDrafts(drafts.map((draft, place) => (place === at ? { ...draft, ...change } : draft)));
  const empty = {
    ...{
      name: '',
      condition: asGroup(null),
      minutes: 120,
      clock: 'working' as const,
      atLast: 'rule' as const,
    },
  };
  return (
    <>
      <OrderedRules
        labels={{ up: w('up'), down: w('down'), remove: w('removePolicy') }}
        onMove={(from, to) => onDrafts(moved(drafts, from, to))}
        onRemove={(at) => onDrafts(drafts.filter((_, place) => place !== at))}
        rules={drafts.map((draft, at) => ({
          key: draft.key,
          head: (
            <Input
              aria-label={w('policyName')}
              placeholder={w('policyName')}
              maxLength={60}
              value={draft.name}
              onChange={(event) => put(at, { name: event.target.value })}
            />
          ),
          body: (
            <>
              <ConditionEditor
                fields={fields}
                value={draft.condition}
                onChange={(condition) => put(at, { condition })}
              />
              <PolicyLines draft={draft} onChange={(change) => put(at, change)} />
            </>
          ),
        }))}
      />
      <RuleFoot>
        <Button icon={<Plus size={14} />} onClick={() => onDrafts([...drafts, { ...empty, key: newId() }])}>
          {w('addPolicy')}
        </Button>
      </RuleFoot>
    </>
  );
}

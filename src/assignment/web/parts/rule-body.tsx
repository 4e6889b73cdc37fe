import { Select } from 'antd';
import { ConditionEditor } from '#ui/filter-builder.tsx';
import { RuleLine } from '#ui/rule-editor.tsx';
import { methods, nobodyChoices, waysIn } from '../../model.ts';
import { words } from './assignment-words.ts';
import { type Draft, type Listed, useLeadFields } from './drafts.ts';
import { Members } from './members.tsx';

interface RuleBodyProps {
  readonly draft: Draft;
  readonly listed: Listed;
  readonly onChange: (change: Partial<Draft>) => void;
}

const nobodyWords = { wait: 'wait', next: 'next', pool: 'stay' } as const;

/** What one rule listens to, asks, and to whom it gives. */
export function RuleBody({ draft, listed, onChange }: RuleBodyProps) {
  const w = words.use();
  const fields = useLeadFields();
  const { method, waysIn: ways } = draft;
  return (
    <>
      <ConditionEditor
        fields={fields}
        value={draft.condition}
        onChange={(condition) => onChange({ condition })}
      />
      <div className="yd-rules-lines">
        <RuleLine label={w('waysIn')}>
          <Select
            mode="multiple"
            className="yd-select"
            aria-label={w('waysIn')}
            placeholder={w('allWays')}
            value={ways ?? []}
            options={waysIn.map((value) => ({ value, label: w(value) }))}
            onChange={(chosen) => onChange({ waysIn: chosen.length > 0 ? chosen : null })}
          />
        </RuleLine>
        <RuleLine label={w('method')}>
          <Select
            className="yd-select"
            aria-label={w('method')}
            value={method}
            options={methods.map((value) => ({ value, label: w(value) }))}
            onChange={(value) =>
              onChange({
                method: value,
                members: value === 'table' ? [] : draft.members.filter(({ rowNo }) => rowNo === 0),
              })
            }
          />
        </RuleLine>
        {method !== 'pool' ? (
          <Members draft={draft} people={listed.people} fields={fields} onChange={onChange} />
        ) : null}
        <PlaceLines draft={draft} listed={listed} onChange={onChange} />
      </div>
    </>
  );
}

/** Where a lead goes that nobody takes, or that is meant for a pool. */
function PlaceLines({ draft, listed, onChange }: RuleBodyProps) {
  const w = words.use();
  const { method, poolId, whenNobody } = draft;
  const people = method !== 'pool';
  return (
    <>
      {people ? (
        <RuleLine label={w('whenNobody')}>
          <Select
            className="yd-select"
            aria-label={w('whenNobody')}
            value={whenNobody}
            options={nobodyChoices.map((value) => ({ value, label: w(nobodyWords[value]) }))}
            onChange={(value) => onChange({ whenNobody: value })}
          />
        </RuleLine>
      ) : null}
      {people && whenNobody === 'next' ? null : (
        <RuleLine label={w('toPool')}>
          <Select
            allowClear
            className="yd-select"
            aria-label={w('toPool')}
            placeholder={w('defaultPool')}
            value={poolId}
            options={listed.pools.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(value) => onChange({ poolId: value ?? null })}
          />
        </RuleLine>
      )}
    </>
  );
}

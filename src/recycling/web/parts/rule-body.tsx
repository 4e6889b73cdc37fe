import { Button } from 'antd';
import { Plus } from 'lucide-react';
import { plainGroup } from '#kernel/conditions/plain.ts';
import { type Condition, type Group, isGroup } from '#kernel/conditions/tree.ts';
import { filterFields } from '#kernel/web/catalogue.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import { useDefinition } from '#kernel/web/session.ts';
import { leadObject } from '#leads/fields.ts';
import { ConditionEditor } from '#ui/filter-builder.tsx';
import type { FilterGroup } from '#ui/filter-types.ts';
import { FormField } from '#ui/form-field.tsx';
import { triggers } from '../../model.ts';
import { words } from './recycling-words.ts';
import type { DraftRule, Recycling } from './use-rules-draft.ts';

interface RuleBodyProps {
  readonly rule: DraftRule;
  readonly pools: Recycling['pools'];
  readonly onChange: (change: Partial<DraftRule>) => void;
}

/** What one rule asks: from when, how long, for which pools and which leads. */
export function RuleBody({ rule, pools, onChange }: RuleBodyProps) {
  const w = words.use();
  return (
    <>
      <FormField
        field={{
          ...{ key: 'trigger', kind: 'choice', label: w('trigger'), asButtons: true, required: true },
          choices: triggers.map((key) => ({ key, label: w(key) })),
        }}
        value={rule.trigger}
        onChange={(value) => onChange({ trigger: value as DraftRule['trigger'] })}
      />
      <FormField
        field={{ key: 'days', kind: 'integer', label: w('days'), unit: w('dayUnit'), min: '1', max: '730' }}
        value={rule.days}
        onChange={(value) => onChange({ days: Math.max(1, Number(value) || 1) })}
      />
      {pools.length > 1 ? (
        <FormField
          field={{
            ...{ key: 'pools', kind: 'multiChoice', label: w('pools'), placeholder: w('allPools') },
            choices: pools.map(({ id, name }) => ({ key: id, label: name })),
          }}
          value={rule.poolIds}
          onChange={(value) => onChange({ poolIds: (value as string[] | null) ?? [] })}
        />
      ) : null}
      <ConditionPart condition={rule.condition} onChange={(condition) => onChange({ condition })} />
    </>
  );
}

interface ConditionPartProps {
  readonly condition: Condition | null;
  readonly onChange: (condition: Condition | null) => void;
}

function ConditionPart({ condition, onChange }: ConditionPartProps) {
  const w = words.use();
  const locale = localePreference.use();
  const { definition, rights } = useDefinition(leadObject);
  const decided = new Set(['recycleDueOn', 'daysLeft']);
  const fields = filterFields(definition, locale, rights).filter(({ key }) => !decided.has(key));
  if (!condition)
    return (
      <Button
        type="text"
        size="small"
        icon={<Plus size={14} />}
        onClick={() =>
          onChange({ combinator: 'and', rules: [{ field: 'class', operator: '=', value: 'A' }] })
        }
      >
        {w('addCondition')}
      </Button>
    );
  const group: Group = isGroup(condition) ? condition : { combinator: 'and', rules: [condition] };
  return (
    <FormField
      field={{ key: 'condition', kind: 'text', label: w('condition') }}
      value=""
      onChange={() => undefined}
    >
      <ConditionEditor
        fields={fields}
        value={group as FilterGroup}
        onChange={(next) => onChange(next.rules.length > 0 ? plainGroup(next as Group) : null)}
      />
    </FormField>
  );
}

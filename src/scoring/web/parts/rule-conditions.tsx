import { ConditionEditor } from '#ui/filter-builder.tsx';
import type { FilterGroup } from '#ui/filter-types.ts';
import { Notice } from '#ui/notice.tsx';
import { type DraftRule, useRuleFields } from './rule-drafts.ts';
import { words } from './scoring-words.ts';

interface RuleConditionsProps {
  readonly rule: DraftRule;
  readonly kind: 'class' | 'score';
  readonly onChange: (condition: FilterGroup) => void;
}

/** The conditions of one rule, or why they cannot be shown or used. */
export function RuleConditions({ rule, kind, onChange }: RuleConditionsProps) {
  const w = words.use();
  const fields = useRuleFields(kind);
  if (rule.condition === null) return <Notice tone="neutral">{w('hiddenRule')}</Notice>;
  return (
    <>
      {rule.readable ? null : <Notice tone="warn">{w('brokenRule')}</Notice>}
      <ConditionEditor fields={fields} value={rule.condition} onChange={onChange} />
    </>
  );
}

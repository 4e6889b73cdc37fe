import { Select } from 'antd';
import { Plus, Trash2, X } from 'lucide-react';
import type { Output } from '#kernel/contract.ts';
import { IconButton } from '#ui/icon-button.tsx';
import { Lines } from '#ui/lines.tsx';
import type { getRules } from '../../contract.ts';
import { type RuleAction, type RuleField, ruleActions, ruleFields } from '../../model.ts';
import { words } from './duplicate-words.ts';

type Rule = Output<typeof getRules>['sets'][number]['rules'][number];

const fieldWords = {
  name: 'fieldName',
  contact: 'fieldContact',
  phone: 'fieldPhone',
  email: 'fieldEmail',
  domain: 'fieldDomain',
  uscc: 'fieldUscc',
  region: 'fieldRegion',
} as const satisfies Record<RuleField, string>;

interface RuleLineProps {
  readonly rule: Rule;
  /** A public form can only let through. */
  readonly fixedAction: boolean;
  readonly onChange: (rule: Rule) => void;
  readonly onRemove: () => void;
}

type Term = Rule['terms'][number];

interface TermChoiceProps {
  readonly term: Term;
  readonly free: readonly RuleField[];
  readonly onChange: (term: Term) => void;
  readonly onRemove: (() => void) | undefined;
}

function TermChoice({ term, free, onChange, onRemove }: TermChoiceProps) {
  const w = words.use();
  return (
    <>
      <Select<RuleField>
        size="small"
        value={term.field}
        popupMatchSelectWidth={false}
        aria-label={w('addTerm')}
        options={[term.field, ...free].map((field) => ({ value: field, label: w(fieldWords[field]) }))}
        onChange={(field) => onChange({ ...term, field })}
      />{' '}
      <Select<Term['how']>
        size="small"
        value={term.how}
        popupMatchSelectWidth={false}
        aria-label={w(fieldWords[term.field])}
        options={[
          { value: 'exact', label: w('exact') },
          { value: 'fuzzy', label: w('fuzzy') },
        ]}
        onChange={(how) => onChange({ ...term, how })}
      />
      {onRemove ? <IconButton icon={X} size={14} label={w('removeTerm')} onClick={onRemove} /> : null}
    </>
  );
}

/** One rule as a sentence of choices: fields joined by 且, and what then happens. */
export function RuleLine({ rule, fixedAction, onChange, onRemove }: RuleLineProps) {
  const w = words.use();
  const free = ruleFields.filter((field) => !rule.terms.some((term) => term.field === field));
  const [next] = free;
  const withTerms = (terms: Term[]) => onChange({ ...rule, terms });
  const sentence = rule.terms.map((term, at) => (
    <span key={term.field}>
      {at > 0 ? ` ${w('and')} ` : ''}
      <TermChoice
        term={term}
        free={free}
        onChange={(changed) => withTerms(rule.terms.with(at, changed))}
        onRemove={rule.terms.length > 1 ? () => withTerms(rule.terms.toSpliced(at, 1)) : undefined}
      />
    </span>
  ));
  const verdict = (
    <>
      {next ? (
        <IconButton
          icon={Plus}
          size={14}
          label={w('addTerm')}
          onClick={() => withTerms([...rule.terms, { field: next, how: 'exact' }])}
        />
      ) : null}
      <Select<RuleAction>
        size="small"
        value={rule.action}
        disabled={fixedAction}
        popupMatchSelectWidth={false}
        aria-label={w('rules')}
        options={ruleActions.map((action) => ({ value: action, label: w(action) }))}
        onChange={(action) => onChange({ ...rule, action })}
      />
      <IconButton icon={Trash2} size={14} label={w('removeRule')} onClick={onRemove} />
    </>
  );
  return <Lines lines={[{ key: 'rule', title: sentence, value: verdict }]} />;
}

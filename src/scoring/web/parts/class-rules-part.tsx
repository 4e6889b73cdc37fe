import { Button, Select } from 'antd';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { Output } from '#kernel/contract.ts';
import { isProblem, useAct } from '#kernel/web/use-operation.ts';
import { OrderedRules, RuleFoot, RuleReading, RuleSplit } from '#ui/rule-editor.tsx';
import { useToasts } from '#ui/toast.tsx';
import { type getRules, saveClassRules } from '../../contract.ts';
import { type LeadClass, leadClasses } from '../../model.ts';
import { ClassDryRun } from './class-dry-run.tsx';
import { RuleConditions } from './rule-conditions.tsx';
import { asGroup, type DraftRule, emptyDraft, isFinished, moved, sentCondition } from './rule-drafts.ts';
import { EnableActions, ScoringFrame } from './scoring-frame.tsx';
import { words } from './scoring-words.ts';

type Draft = DraftRule & { readonly class: LeadClass };

/** The ordered class rules, and beside them what they would change. */
export function ClassRulesPart({ rules }: { readonly rules: Output<typeof getRules> }) {
  const w = words.use();
  const toasts = useToasts();
  const save = useAct(saveClassRules);
  const start: readonly Draft[] = rules.classRules.map((rule) => ({
    ...rule,
    condition: asGroup(rule.condition),
  }));
  const [drafts, setDrafts] = useState(start);
  const [hits, setHits] = useState<readonly number[]>([]);
  const finished = isFinished(drafts);
  const sent = finished
    ? drafts.map((draft) => ({ id: draft.id, class: draft.class, condition: sentCondition(draft) }))
    : null;
  const enable = async () => {
    if (!sent) return;
    const answer = await save({ version: rules.classVersion, rules: sent });
    if (!isProblem(answer)) toasts.show({ text: w('enabledClasses') });
  };
  return (
    <ScoringFrame
      tab="classes"
      scroll={false}
      actions={
        <EnableActions
          changed={JSON.stringify(drafts) !== JSON.stringify(start)}
          ready={finished}
          onReset={() => setDrafts(start)}
          onEnable={() => void enable()}
        />
      }
    >
      <RuleSplit
        editor={<ClassRules drafts={drafts} hits={finished ? hits : []} onDrafts={setDrafts} />}
        result={<ClassDryRun rules={sent} onHits={setHits} />}
      />
    </ScoringFrame>
  );
}

interface ClassRulesProps {
  readonly drafts: readonly Draft[];
  readonly hits: readonly number[];
  readonly onDrafts: (drafts: readonly Draft[]) => void;
}

function ClassRules({ drafts, hits, onDrafts }: ClassRulesProps) {
  const w = words.use();
  const put = (at: number, change: Partial<Draft>) =>
    onDrafts(drafts.map((draft, place) => (place === at ? { ...draft, ...change } : draft)));
  const head = (draft: Draft, at: number) => (
    <>
      <b>{w('ruleN', { n: at + 1 })}</b>
      <Select
        aria-label={`${w('ruleN', { n: at + 1 })} ${w('classLabel')}`}
        value={draft.class}
        options={leadClasses.map((value) => ({ value, label: value }))}
        onChange={(value) => put(at, { class: value })}
      />
    </>
  );
  return (
    <>
      <RuleReading label={w('readAs')}>{w('classReading')}</RuleReading>
      <OrderedRules
        labels={{ up: w('up'), down: w('down'), remove: w('remove') }}
        onMove={(from, to) => onDrafts(moved(drafts, from, to))}
        onRemove={(at) => onDrafts(drafts.filter((_, place) => place !== at))}
        rules={drafts.map((draft, at) => ({
          key: draft.id,
          head: head(draft, at),
          count: hits[at] === undefined ? undefined : w('hits', { n: hits[at] ?? 0 }),
          body: <RuleConditions rule={draft} kind="class" onChange={(condition) => put(at, { condition })} />,
        }))}
      />
      <RuleFoot>
        <Button
          icon={<Plus size={14} />}
          onClick={() => onDrafts([...drafts, { ...emptyDraft(), class: 'D' }])}
        >
          {w('addRule')}
        </Button>
      </RuleFoot>
    </>
  );
}

import { Button, InputNumber } from 'antd';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { Output } from '#kernel/contract.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import { isProblem, useAct } from '#kernel/web/use-operation.ts';
import { OrderedRules, RuleFoot, RuleLine, RulePart, RuleReading, RuleSplit } from '#ui/rule-editor.tsx';
import { useToasts } from '#ui/toast.tsx';
import { type getRules, saveScorePlan } from '../../contract.ts';
import { type TouchRule, touchKinds, touchLabels } from '../../model.ts';
import { PointsDryRun } from './points-dry-run.tsx';
import { RuleConditions } from './rule-conditions.tsx';
import { asGroup, type DraftRule, emptyDraft, isFinished, moved, sentCondition } from './rule-drafts.ts';
import { EnableActions, ScoringFrame } from './scoring-frame.tsx';
import { words } from './scoring-words.ts';

type Fit = DraftRule & { readonly points: number };
interface Draft {
  readonly fit: readonly Fit[];
  readonly touches: readonly TouchRule[];
  readonly decayPercent: number;
  readonly decayDays: number;
}

function draftOf({ plan }: Output<typeof getRules>): Draft {
  const { fit, touches, decayPercent, decayDays } = plan;
  return {
    fit: fit.map((rule) => ({ ...rule, condition: asGroup(rule.condition) })),
    touches: touchKinds.map(
      (kind) => touches.find((one) => one.kind === kind) ?? { kind, points: 0, most: 1 },
    ),
    ...{ decayPercent, decayDays },
  };
}

/** Points for what a lead is and for what happened, decay, and beside them what they would change. */
export function PointsPart({ rules }: { readonly rules: Output<typeof getRules> }) {
  const w = words.use();
  const toasts = useToasts();
  const save = useAct(saveScorePlan);
  const start = draftOf(rules);
  const [draft, setDraft] = useState(start);
  const finished = isFinished(draft.fit);
  const plan = finished
    ? {
        ...draft,
        touches: draft.touches.filter(({ points }) => points !== 0),
        fit: draft.fit.map((rule) => ({ id: rule.id, points: rule.points, condition: sentCondition(rule) })),
      }
    : null;
  const enable = async () => {
    if (!plan) return;
    const answer = await save({ version: rules.planVersion, plan });
    if (!isProblem(answer)) toasts.show({ text: w('enabledPoints') });
  };
  return (
    <ScoringFrame
      tab="points"
      scroll={false}
      actions={
        <EnableActions
          changed={JSON.stringify(draft) !== JSON.stringify(start)}
          ready={finished}
          onReset={() => setDraft(start)}
          onEnable={() => void enable()}
        />
      }
    >
      <RuleSplit
        editor={
          <>
            <RuleReading label={w('readAs')}>
              {w('pointsReading', { days: draft.decayDays, percent: draft.decayPercent })}
            </RuleReading>
            <FitRules fit={draft.fit} onChange={(fit) => setDraft({ ...draft, fit })} />
            <Touches touches={draft.touches} onChange={(touches) => setDraft({ ...draft, touches })} />
            <Decay draft={draft} onChange={(change) => setDraft({ ...draft, ...change })} />
          </>
        }
        result={<PointsDryRun plan={plan} />}
      />
    </ScoringFrame>
  );
}

interface DecayProps {
  readonly draft: Draft;
  readonly onChange: (change: Partial<Draft>) => void;
}

function Decay({ draft: { decayPercent, decayDays }, onChange }: DecayProps) {
  const w = words.use();
  return (
    <RulePart title={w('decay')}>
      <RuleLine label={w('decayPercent')}>
        <Whole
          label={w('decayPercent')}
          value={decayPercent}
          min={0}
          max={100}
          onChange={(next) => onChange({ decayPercent: next })}
        />
      </RuleLine>
      <RuleLine label={w('decayDays')}>
        <Whole
          label={w('decayDays')}
          value={decayDays}
          min={1}
          max={365}
          onChange={(next) => onChange({ decayDays: next })}
        />
      </RuleLine>
    </RulePart>
  );
}

interface WholeProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
}

function Whole({ label, value, min, max, onChange }: WholeProps) {
  return (
    <InputNumber
      aria-label={label}
      value={value}
      min={min}
      max={max}
      precision={0}
      onChange={(next) => {
        if (typeof next === 'number') onChange(next);
      }}
    />
  );
}

function FitRules({
  fit,
  onChange,
}: {
  readonly fit: readonly Fit[];
  readonly onChange: (fit: readonly Fit[]) => void;
}) {
  const w = words.use();
  const put = (at: number, change: Partial<Fit>) =>
    onChange(fit.map((rule, place) => (place === at ? { ...rule, ...change } : rule)));
  return (
    <>
      <OrderedRules
        unordered
        labels={{ up: w('up'), down: w('down'), remove: w('remove') }}
        onMove={(from, to) => onChange(moved(fit, from, to))}
        onRemove={(at) => onChange(fit.filter((_, place) => place !== at))}
        rules={fit.map((rule, at) => ({
          key: rule.id,
          head: (
            <>
              <b>{w('fit')}</b>
              <Whole
                label={w('pointsLabel')}
                value={rule.points}
                min={-100}
                max={100}
                onChange={(points) => put(at, { points })}
              />
            </>
          ),
          body: <RuleConditions rule={rule} kind="score" onChange={(condition) => put(at, { condition })} />,
        }))}
      />
      <RuleFoot>
        <Button icon={<Plus size={14} />} onClick={() => onChange([...fit, { ...emptyDraft(), points: 5 }])}>
          {w('addRule')}
        </Button>
      </RuleFoot>
    </>
  );
}

interface TouchesProps {
  readonly touches: readonly TouchRule[];
  readonly onChange: (touches: readonly TouchRule[]) => void;
}

function Touches({ touches, onChange }: TouchesProps) {
  const w = words.use();
  const locale = localePreference.use();
  const put = (kind: string, change: Partial<TouchRule>) =>
    onChange(touches.map((touch) => (touch.kind === kind ? { ...touch, ...change } : touch)));
  return (
    <RulePart title={w('behaviour')} note={w('behaviourNote')}>
      {touches.map(({ kind, points, most }) => {
        const label = touchLabels[kind][locale];
        return (
          <RuleLine key={kind} label={label}>
            <Whole
              label={`${label} ${w('pointsLabel')}`}
              value={points}
              min={-100}
              max={100}
              onChange={(next) => put(kind, { points: next })}
            />
            ×
            <Whole
              label={`${label} ${w('most')}`}
              value={most}
              min={1}
              max={50}
              onChange={(next) => put(kind, { most: next })}
            />
          </RuleLine>
        );
      })}
    </RulePart>
  );
}

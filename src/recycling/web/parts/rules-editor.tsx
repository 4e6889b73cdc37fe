import { Button, Checkbox, Input } from 'antd';
import { Plus } from 'lucide-react';
import { conditionSentence } from '#kernel/conditions/sentence.ts';
import type { Condition } from '#kernel/conditions/tree.ts';
import { newId } from '#kernel/values/id.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import { useDefinition } from '#kernel/web/session.ts';
import { leadObject } from '#leads/fields.ts';
import { FieldInput } from '#ui/field-input.tsx';
import { OrderedRules, RuleFoot, RuleLine, RulePart, RuleReading } from '#ui/rule-editor.tsx';
import { exemptions } from '../../model.ts';
import { words } from './recycling-words.ts';
import { RuleBody } from './rule-body.tsx';
import type { DraftRule, Recycling, RulesDraft } from './use-rules-draft.ts';

interface EditorProps {
  readonly rules: RulesDraft;
  readonly pools: Recycling['pools'];
}

/** The rules as they are being written: read back, one by one, what is exempt, how fast, how much may be protected. */
export function RulesEditor({ rules, pools }: EditorProps) {
  const w = words.use();
  const { draft, setDraft, setRule } = rules;
  const put = (list: readonly DraftRule[]) => setDraft({ ...draft, rules: [...list] });
  const move = (from: number, to: number) => {
    const list = [...draft.rules];
    const [moved] = list.splice(from, 1);
    if (moved) put(list.toSpliced(to, 0, moved));
  };
  const add = () =>
    put([
      ...draft.rules,
      { id: newId(), name: w('newRule'), poolIds: [], condition: null, trigger: 'notFollowed', days: 7 },
    ]);
  return (
    <>
      <RuleReading label={w('reading')}>
        <Reading rules={draft.rules} />
      </RuleReading>
      <OrderedRules
        rules={draft.rules.map((rule, at) => ({
          key: rule.id,
          head: (
            <Input
              aria-label={w('ruleName')}
              value={rule.name}
              maxLength={60}
              onChange={(event) => setRule(at, { name: event.target.value })}
            />
          ),
          body: <RuleBody rule={rule} pools={pools} onChange={(change) => setRule(at, change)} />,
        }))}
        labels={{ up: w('up'), down: w('down'), remove: w('remove') }}
        onMove={move}
        onRemove={(at) => put(draft.rules.toSpliced(at, 1))}
      />
      <RuleFoot>
        <Button type="text" size="small" icon={<Plus size={14} />} onClick={add}>
          {w('addRule')}
        </Button>
      </RuleFoot>
      <Exempt rules={rules} />
      <Pacing rules={rules} />
      <Locks rules={rules} />
    </>
  );
}

function Reading({ rules }: { readonly rules: readonly DraftRule[] }) {
  const w = words.use();
  const locale = localePreference.use();
  const { definition } = useDefinition(leadObject);
  const who = (condition: Condition | null) =>
    condition
      ? w('leadsWhere', { condition: conditionSentence(condition, definition, { lang: locale }) })
      : w('anyLead');
  return (
    <>
      {rules.map((rule) => (
        <p key={rule.id}>
          {w(rule.trigger === 'notFollowed' ? 'readNotFollowed' : 'readNotConverted', {
            who: who(rule.condition),
            days: rule.days,
          })}
        </p>
      ))}
      <p className="yd-text2">{w('everyNight')}</p>
    </>
  );
}

function Exempt({ rules }: { readonly rules: RulesDraft }) {
  const w = words.use();
  const { draft, setDraft, outlook } = rules;
  const kept = (reason: string) => outlook?.exempt.find((one) => one.reason === reason)?.leads ?? 0;
  return (
    <RulePart title={w('exemptTitle')}>
      {exemptions.map((one) => (
        <RuleLine key={one} label={<ExemptBox one={one} draft={draft} setDraft={setDraft} />}>
          <span className="yd-text2">{kept(one) > 0 ? w('kept', { n: kept(one) }) : null}</span>
        </RuleLine>
      ))}
    </RulePart>
  );
}

interface ExemptBoxProps extends Pick<RulesDraft, 'draft' | 'setDraft'> {
  readonly one: (typeof exemptions)[number];
}

function ExemptBox({ one, draft, setDraft }: ExemptBoxProps) {
  const w = words.use();
  return (
    <Checkbox
      checked={draft.exemptions.includes(one)}
      onChange={(event) =>
        setDraft({
          ...draft,
          exemptions: exemptions.filter((each) =>
            each === one ? event.target.checked : draft.exemptions.includes(each),
          ),
        })
      }
    >
      {one === 'plan' ? w('exempt_plan', { n: draft.planDays }) : w(`exempt_${one}`)}
    </Checkbox>
  );
}

interface NumberLineProps {
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
}

function NumberLine({ name, label, unit, value, min, max, onChange }: NumberLineProps) {
  const id = `recycling-${name}`;
  return (
    <RuleLine label={<label htmlFor={id}>{label}</label>}>
      <FieldInput
        id={id}
        field={{ key: name, kind: 'integer', label, unit, min: String(min), max: String(max) }}
        value={value}
        onChange={(next) => onChange(Math.min(max, Math.max(min, Number(next) || min)))}
      />
    </RuleLine>
  );
}

function Pacing({ rules: { draft, setDraft } }: { readonly rules: RulesDraft }) {
  const w = words.use();
  const id = 'recycling-warn';
  return (
    <RulePart title={w('pacing')} note={w('nightShareNote')}>
      <NumberLine
        {...{ name: 'share', label: w('nightShare'), unit: '%', min: 1, max: 100 }}
        value={draft.nightShare}
        onChange={(nightShare) => setDraft({ ...draft, nightShare })}
      />
      <RuleLine label={<label htmlFor={id}>{w('warnDays')}</label>}>
        <FieldInput
          id={id}
          field={{
            ...{ key: 'warn', kind: 'multiChoice', label: w('warnDays') },
            choices: [14, 7, 5, 3, 2, 1].map((n) => ({ key: String(n), label: `${n} ${w('dayUnit')}` })),
          }}
          value={draft.warnDays.map(String)}
          onChange={(value) =>
            setDraft({
              ...draft,
              warnDays: ((value as string[] | null) ?? [])
                .slice(0, 5)
                .map(Number)
                .sort((a, b) => b - a),
            })
          }
        />
      </RuleLine>
      <NumberLine
        {...{ name: 'plan', label: w('planDays'), unit: w('dayUnit'), min: 1, max: 90 }}
        value={draft.planDays}
        onChange={(planDays) => setDraft({ ...draft, planDays })}
      />
    </RulePart>
  );
}

function Locks({ rules: { limits, setLimits } }: { readonly rules: RulesDraft }) {
  const w = words.use();
  const lines = [
    { name: 'atMost', label: w('atMost'), unit: w('leadUnit'), min: 0, max: 1_000 },
    { name: 'daysAtMost', label: w('daysAtMost'), unit: w('dayUnit'), min: 1, max: 730 },
    { name: 'renewalsAtMost', label: w('renewalsAtMost'), unit: w('timesUnit'), min: 0, max: 20 },
  ] as const;
  return (
    <RulePart title={w('locks')}>
      {lines.map((line) => (
        <NumberLine
          key={line.name}
          {...line}
          value={limits[line.name]}
          onChange={(value) => setLimits({ ...limits, [line.name]: value })}
        />
      ))}
    </RulePart>
  );
}

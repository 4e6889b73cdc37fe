import { Button, Checkbox, InputNumber, Segmented } from 'antd';
import { Plus } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Output } from '#kernel/contract.ts';
import { isProblem, useAct, useRead } from '#kernel/web/use-operation.ts';
import { ErrorState } from '#ui/error-state.tsx';
import { Notice, RefusalStrip } from '#ui/notice.tsx';
import { Page } from '#ui/page.tsx';
import { Section } from '#ui/panel-section.tsx';
import { SkeletonLines } from '#ui/skeleton.tsx';
import { useToasts } from '#ui/toast.tsx';
import { getRules, setRules, setSettings } from '../../contract.ts';
import type { EntryPoint, ShownField } from '../../model.ts';
import { words } from '../parts/duplicate-words.ts';
import { RuleLine } from '../parts/rule-line.tsx';

type Answer = Output<typeof getRules>;
type Rule = Answer['sets'][number]['rules'][number];

const entries = {
  manual: 'entryManual',
  call: 'entryCall',
  api: 'entryApi',
  import: 'entryImport',
  form: 'entryForm',
} as const satisfies Record<EntryPoint, string>;

/** 设置 › 查重规则: for each way in what counts as known and what then happens; below, what look-ups show. */
export function Screen() {
  const w = words.use();
  const [entry, setEntry] = useState<EntryPoint>('manual');
  const { data, error, refetch } = useRead(getRules, {});
  const set = data?.sets.find((one) => one.entry === entry);
  return (
    <Page
      title={w('rules')}
      filters={
        <Segmented<EntryPoint>
          value={entry}
          onChange={setEntry}
          options={(Object.keys(entries) as EntryPoint[]).map((key) => ({
            value: key,
            label: w(entries[key]),
          }))}
        />
      }
    >
      {error ? (
        <ErrorState what={w('rules')} requestId={error.requestId} onRetry={() => void refetch()}>
          {error.message}
        </ErrorState>
      ) : !data || !set ? (
        <SkeletonLines rows={6} />
      ) : (
        <div className="yd-panel-pad">
          <EntryRules
            key={`${entry}/${set.version}`}
            entry={entry}
            version={set.version}
            initial={set.rules}
          />
          <Shows key={data.settings.version} settings={data.settings} />
        </div>
      )}
    </Page>
  );
}

interface EntryRulesProps {
  readonly entry: EntryPoint;
  readonly version: number;
  readonly initial: readonly Rule[];
}

function EntryRules({ entry, version, initial }: EntryRulesProps) {
  const w = words.use();
  const toasts = useToasts();
  const save = useAct(setRules, { quiet: true });
  const [rules, setDraft] = useState<readonly Rule[]>(initial);
  const [refused, setRefused] = useState('');
  const [working, setWorking] = useState(false);
  useEffect(() => setDraft(initial), [initial]);
  const isForm = entry === 'form';
  const fresh: Rule = { terms: [{ field: 'phone', how: 'exact' }], action: isForm ? 'letThrough' : 'warn' };
  async function send() {
    setWorking(true);
    const answer = await save({ entry, version, rules: rules.map((rule) => ({ ...rule })) });
    setWorking(false);
    setRefused(isProblem(answer) ? (answer.errors[0]?.message ?? answer.message) : '');
    if (!isProblem(answer)) toasts.show({ text: w('saved') });
  }
  return (
    <Section title={w('rules')} note={isForm ? w('formOnly') : w('rulesHint')}>
      {refused ? <RefusalStrip title={refused} /> : null}
      {rules.length === 0 ? <Notice tone="neutral">{w('noRules')}</Notice> : null}
      {rules.map((rule, at) => (
        <RuleLine
          // biome-ignore lint/suspicious/noArrayIndexKey: rules have no name but their place
          key={at}
          rule={rule}
          fixedAction={isForm}
          onChange={(next) => setDraft(rules.map((one, place) => (place === at ? next : one)))}
          onRemove={() => setDraft(rules.filter((_, place) => place !== at))}
        />
      ))}
      <p>
        <Button icon={<Plus size={14} />} onClick={() => setDraft([...rules, fresh])}>
          {w('addRule')}
        </Button>{' '}
        <Button type="primary" loading={working} disabled={rules === initial} onClick={() => void send()}>
          {w('save')}
        </Button>
      </p>
    </Section>
  );
}

const showable = {
  name: 'fieldName',
  contact: 'fieldContact',
  phone: 'fieldPhone',
  email: 'fieldEmail',
} as const satisfies Record<ShownField, string>;

function Shows({ settings }: { readonly settings: Answer['settings'] }) {
  const w = words.use();
  const toasts = useToasts();
  const save = useAct(setSettings);
  const [shown, setShown] = useState<ShownField[]>([...settings.shown]);
  const [alertHits, setAlertHits] = useState(settings.alertHits);
  async function send() {
    const answer = await save({ version: settings.version, shown, alertHits });
    if (!isProblem(answer)) toasts.show({ text: w('saved') });
  }
  return (
    <>
      <Section title={w('showsTitle')} note={w('showsHint')}>
        {w('showWhole')}{' '}
        <Checkbox.Group<ShownField>
          value={shown}
          options={(Object.keys(showable) as ShownField[]).map((key) => ({
            value: key,
            label: w(showable[key]),
          }))}
          onChange={setShown}
        />
      </Section>
      <Section title={w('alertTitle')}>
        <InputNumber
          min={1}
          max={10_000}
          value={alertHits}
          aria-label={w('alertTitle')}
          suffix={w('unitHits')}
          onChange={(value) => setAlertHits(value ?? 30)}
        />
      </Section>
      <Button type="primary" onClick={() => void send()}>
        {w('save')}
      </Button>
    </>
  );
}

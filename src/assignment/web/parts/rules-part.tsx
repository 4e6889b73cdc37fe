import { Button, Input, Switch } from 'antd';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useMay } from '#kernel/web/session.ts';
import { isProblem, useAct } from '#kernel/web/use-operation.ts';
import { OrderedRules, RuleFoot, RuleReading, RuleSplit } from '#ui/rule-editor.tsx';
import { useToasts } from '#ui/toast.tsx';
import { saveRules } from '../../contract.ts';
import { AssignmentFrame } from './assignment-frame.tsx';
import { words } from './assignment-words.ts';
import { type Draft, draftsOf, emptyDraft, type Listed, moved, sentRules } from './drafts.ts';
import { RuleBody } from './rule-body.tsx';
import { RulesDryRun } from './rules-dry-run.tsx';

/** The ordered rules, and beside them how past leads would have been dealt. */
export function RulesPart({ listed }: { readonly listed: Listed }) {
  const w = words.use();
  const manages = useMay()('assignment.manage');
  const toasts = useToasts();
  const save = useAct(saveRules);
  const start = draftsOf(listed);
  const [drafts, setDrafts] = useState<readonly Draft[]>(start);
  const sent = sentRules(drafts);
  const changed = JSON.stringify(drafts) !== JSON.stringify(start);
  const enable = async () => {
    if (!sent) return;
    const known = listed.items.map(({ id, version }) => ({ id, version }));
    if (!isProblem(await save({ known, rules: sent }))) toasts.show({ text: w('enabled') });
  };
  return (
    <AssignmentFrame
      tab="rules"
      subtitle={manages ? undefined : w('readOnly')}
      scroll={false}
      actions={
        manages ? (
          <>
            {changed ? <Button onClick={() => setDrafts(start)}>{w('reset')}</Button> : null}
            <Button type="primary" disabled={!changed || !sent} onClick={() => void enable()}>
              {w('enable')}
            </Button>
          </>
        ) : null
      }
    >
      <RuleSplit
        editor={<RuleList drafts={drafts} listed={listed} onDrafts={setDrafts} />}
        result={manages ? <RulesDryRun rules={sent} /> : null}
      />
    </AssignmentFrame>
  );
}

function countOf(w: ReturnType<typeof words.use>, { waiting, dealt30 }: Draft): string | undefined {
  if (waiting > 0) return w('waiting', { n: waiting });
  return dealt30 > 0 ? w('dealt', { n: dealt30 }) : undefined;
}

interface RuleHeadProps {
  readonly draft: Draft;
  readonly onChange: (change: Partial<Draft>) => void;
}

function RuleHead({ draft, onChange }: RuleHeadProps) {
  const w = words.use();
  return (
    <>
      <Switch
        size="small"
        aria-label={`${w('on')} ${draft.name}`}
        checked={draft.enabled}
        onChange={(enabled) => onChange({ enabled })}
      />
      <Input
        aria-label={w('name')}
        maxLength={60}
        value={draft.name}
        onChange={(event) => onChange({ name: event.target.value })}
      />
    </>
  );
}

interface RuleListProps {
  readonly drafts: readonly Draft[];
  readonly listed: Listed;
  readonly onDrafts: (drafts: readonly Draft[]) => void;
}

function RuleList({ drafts, listed, onDrafts }: RuleListProps) {
  const w = words.use();
  const put = (at: number, change: Partial<Draft>) =>
    onDrafts(drafts.map((draft, place) => (place === at ? { ...draft, ...change } : draft)));
  return (
    <>
      <RuleReading label={w('readAs')}>{w('reading')}</RuleReading>
      <OrderedRules
        labels={{ up: w('up'), down: w('down'), remove: w('remove') }}
        onMove={(from, to) => onDrafts(moved(drafts, from, to))}
        onRemove={(at) => onDrafts(drafts.filter((_, place) => place !== at))}
        rules={drafts.map((draft, at) => ({
          key: draft.key,
          head: <RuleHead draft={draft} onChange={(change) => put(at, change)} />,
          count: countOf(w, draft),
          body: <RuleBody draft={draft} listed={listed} onChange={(change) => put(at, change)} />,
        }))}
      />
      <RuleFoot>
        <Button icon={<Plus size={14} />} onClick={() => onDrafts([...drafts, emptyDraft(w('newRule'))])}>
          {w('addRule')}
        </Button>
      </RuleFoot>
    </>
  );
}

import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { History } from 'lucide-react';
import { useState } from 'react';
import { useMay } from '#kernel/web/session.ts';
import { useRead } from '#kernel/web/use-operation.ts';
import { ErrorState } from '#ui/error-state.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { Page } from '#ui/page.tsx';
import { RuleSplit } from '#ui/rule-editor.tsx';
import { SkeletonLines } from '#ui/skeleton.tsx';
import { Tag } from '#ui/tag.tsx';
import { getRecycling } from '../../contract.ts';
import { DryRun } from '../parts/dry-run.tsx';
import { words } from '../parts/recycling-words.ts';
import { RulesEditor } from '../parts/rules-editor.tsx';
import { DisableDialog, EnableDialog } from '../parts/switch-dialogs.tsx';
import { type Recycling, type RulesDraft, useRulesDraft } from '../parts/use-rules-draft.ts';

/** 回收规则: the draft on the left, what it would do on the right, and the switch that wants both seen. */
export function Screen() {
  const w = words.use();
  const { data, error, refetch } = useRead(getRecycling, {}, { keep: true });
  if (data) return <Rules data={data} />;
  return (
    <Page title={w('title')}>
      {error ? (
        <ErrorState what={w('title')} requestId={error.requestId} onRetry={() => void refetch()}>
          {error.message}
        </ErrorState>
      ) : (
        <SkeletonLines rows={10} />
      )}
    </Page>
  );
}

type Asking = 'enable' | 'disable' | null;

function Rules({ data }: { readonly data: Recycling }) {
  const w = words.use();
  const may = useMay()('recycling.manage');
  const rules = useRulesDraft(data, may);
  const [asking, setAsking] = useState<Asking>(null);
  const { changed, outlook } = rules;
  return (
    <Page
      title={w('title')}
      flags={<Standing data={data} changed={changed} />}
      actions={<Actions data={data} rules={rules} may={may} onAsk={setAsking} />}
      scroll={false}
    >
      <RuleSplit
        editor={<RulesEditor rules={rules} pools={data.pools} />}
        result={
          <>
            {data.settling ? <Notice tone="accent">{w('settling')}</Notice> : null}
            {data.broken.length > 0 ? (
              <Notice>{w('broken', { n: data.broken.length, count: data.broken.length })}</Notice>
            ) : null}
            {may ? <DryRun rules={rules} /> : <Notice tone="neutral">{w('noRights')}</Notice>}
          </>
        }
      />
      {asking === 'enable' && outlook ? (
        <EnableDialog
          name={rules.draft.rules[0]?.name ?? ''}
          outlook={outlook}
          onClose={() => setAsking(null)}
        />
      ) : null}
      {asking === 'disable' ? <DisableDialog onClose={() => setAsking(null)} /> : null}
    </Page>
  );
}

interface ActionsProps {
  readonly data: Recycling;
  readonly rules: RulesDraft;
  readonly may: boolean;
  readonly onAsk: (asking: Asking) => void;
}

function Actions({ data, rules, may, onAsk }: ActionsProps) {
  const w = words.use();
  const navigate = useNavigate();
  const { changed, outlook, working } = rules;
  const ready = !changed && data.seen && outlook !== null && (data.changed || !data.enabled);
  const runs = (
    <IconButton icon={History} label={w('runs')} onClick={() => void navigate({ to: '/recycling/runs' })} />
  );
  if (!may) return runs;
  return (
    <>
      {runs}
      {data.enabled ? <Button onClick={() => onAsk('disable')}>{w('disable')}</Button> : null}
      <Button disabled={!changed} loading={working} onClick={() => void rules.save()}>
        {w('saveDraft')}
      </Button>
      <Button
        type="primary"
        disabled={!ready}
        title={ready ? undefined : w('seeFirst')}
        onClick={() => onAsk('enable')}
      >
        {w('enable')}
      </Button>
    </>
  );
}

function Standing({ data, changed }: { readonly data: Recycling; readonly changed: boolean }) {
  const w = words.use();
  const state = data.enabled ? 'on' : data.pausedOn ? 'paused' : 'off';
  return (
    <>
      <Tag tone={data.enabled ? 'ok' : 'neutral'}>{w(state)}</Tag>
      {changed || data.changed ? <Tag tone="warn">{w('draft')}</Tag> : null}
    </>
  );
}

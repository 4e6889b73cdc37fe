import { useNavigate, useSearch } from '@tanstack/react-router';
import { Input } from 'antd';
import { Search } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Output } from '#kernel/contract.ts';
import { call, type Problem } from '#kernel/web/api.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { ErrorState } from '#ui/error-state.tsx';
import { Page } from '#ui/page.tsx';
import { SkeletonLines } from '#ui/skeleton.tsx';
import { lookUp } from '../../contract.ts';
import { words } from '../parts/duplicate-words.ts';
import { HitLines } from '../parts/hit-lines.tsx';

type Answer = Output<typeof lookUp>;

/** 查重: one line for a name, phone, address or credit code, over everything the company has. */
export function Screen() {
  const w = words.use();
  const navigate = useNavigate();
  const { q = '' } = useSearch({ strict: false }) as { q?: string };
  const [typed, setTyped] = useState(q);
  const [answer, setAnswer] = useState<Answer | Problem | null>(null);
  useEffect(() => {
    setAnswer(null);
    if (!q) return;
    const left = new AbortController();
    call(lookUp, { text: q, entry: 'lookUp' }, { signal: left.signal }).then(
      setAnswer,
      (problem: unknown) => {
        if (!left.signal.aborted) setAnswer(problem as Problem);
      },
    );
    return () => left.abort();
  }, [q]);
  return (
    <Page
      title={w('lookUp')}
      filters={
        <Input.Search
          autoFocus
          allowClear
          value={typed}
          placeholder={w('lookUpPlaceholder')}
          aria-label={w('lookUpPlaceholder')}
          enterButton={w('lookUp')}
          onChange={(event) => setTyped(event.target.value)}
          onSearch={(text) => void navigate({ to: '.', search: { q: text.trim() || undefined } as never })}
        />
      }
    >
      {!q ? (
        <EmptyState icon={Search} title={w('lookUpHintTitle')}>
          {w('lookUpHint')}
        </EmptyState>
      ) : (
        <Found answer={answer} />
      )}
    </Page>
  );
}

function Found({ answer }: { readonly answer: Answer | Problem | null }) {
  const w = words.use();
  if (!answer) return <SkeletonLines rows={5} />;
  if (!('hits' in answer))
    return (
      <ErrorState what={w('lookUp')} requestId={answer.requestId}>
        {answer.message}
      </ErrorState>
    );
  if (answer.hits.length === 0)
    return (
      <EmptyState icon={Search} title={answer.understood ? w('noHits') : w('tooShort')}>
        {answer.understood ? w('noHitsHint') : null}
      </EmptyState>
    );
  return (
    <div className="yd-panel-pad">
      <HitLines hits={answer.hits} ruled />
      {answer.more ? <p className="yd-text2">{w('moreHits')}</p> : null}
    </div>
  );
}

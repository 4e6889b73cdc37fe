import { useEffect, useState } from 'react';
import type { Sent } from '#kernel/contract.ts';
import { useRead } from '#kernel/web/use-operation.ts';
import { simulateClassRules } from '../../contract.ts';
import { DryRun } from './dry-run.tsx';
import { type Move, useSettled } from './dry-runs.ts';
import { words } from './scoring-words.ts';

type Rules = Sent<typeof simulateClassRules>['rules'];

interface ClassDryRunProps {
  /** Null while a condition is unfinished: the last answer stays. */
  readonly rules: Rules | null;
  readonly onHits: (hits: readonly number[]) => void;
}

/** What the class rules as they stand in the editor would change. */
export function ClassDryRun({ rules, onHits }: ClassDryRunProps) {
  const w = words.use();
  const settled = useSettled(rules);
  const [move, setMove] = useState<Move>();
  const [after, setAfter] = useState<string>();
  const input = { rules: settled ?? [], move, after };
  const { data, error, refetch } = useRead(simulateClassRules, input, {
    enabled: settled !== null,
    keep: true,
  });
  useEffect(() => {
    if (data) onHits(data.hits);
  }, [data, onHits]);
  return (
    <DryRun
      data={data}
      error={error}
      onRetry={() => void refetch()}
      unfinished={rules === null}
      note={
        data ? [w('examined', { n: data.examined }), w('pinnedN', { n: data.pinned })].join(w('joint')) : ''
      }
      move={move}
      onMove={(next) => {
        setMove(next);
        setAfter(undefined);
      }}
      after={after}
      onAfter={setAfter}
    />
  );
}

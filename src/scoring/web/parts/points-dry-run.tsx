import { useState } from 'react';
import type { Sent } from '#kernel/contract.ts';
import { useRead } from '#kernel/web/use-operation.ts';
import { getModel, simulateScorePlan } from '../../contract.ts';
import { DryRun } from './dry-run.tsx';
import { type Move, useSettled } from './dry-runs.ts';
import { words } from './scoring-words.ts';

type Plan = Sent<typeof simulateScorePlan>['plan'];
const nothing: Plan = { fit: [], touches: [], decayPercent: 0, decayDays: 1 };

/** How many leads the points as they stand in the editor would move into another band. */
export function PointsDryRun({ plan }: { readonly plan: Plan | null }) {
  const w = words.use();
  const settled = useSettled(plan);
  const [move, setMove] = useState<Move>();
  const [after, setAfter] = useState<string>();
  const input = { plan: settled ?? nothing, move, after };
  const { data, error, refetch } = useRead(simulateScorePlan, input, {
    enabled: settled !== null,
    keep: true,
  });
  const byModel = useRead(getModel, {}).data?.inUse === 'model';
  return (
    <DryRun
      data={data}
      error={error}
      onRetry={() => void refetch()}
      unfinished={plan === null}
      note={
        data
          ? [w('examined', { n: data.examined }), ...(byModel ? [w('byRulesOnly')] : [])].join(w('joint'))
          : ''
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

import { useSearch } from '@tanstack/react-router';
import { useRead } from '#kernel/web/use-operation.ts';
import { ErrorState } from '#ui/error-state.tsx';
import { SkeletonLines } from '#ui/skeleton.tsx';
import { getRules } from '../../contract.ts';
import { ClassRulesPart } from '../parts/class-rules-part.tsx';
import { ModelPart } from '../parts/model-part.tsx';
import { PointsPart } from '../parts/points-part.tsx';
import { ScoringFrame, scoringTabs } from '../parts/scoring-frame.tsx';
import { words } from '../parts/scoring-words.ts';

/** 设置 › 分类与评分: the rules with their dry run, and what the model learnt. */
export function Screen() {
  const w = words.use();
  const { tab: wanted } = useSearch({ strict: false }) as { tab?: unknown };
  const tab = scoringTabs.find((key) => key === wanted) ?? 'classes';
  const { data, error, refetch } = useRead(getRules, {}, { enabled: tab !== 'model' });
  if (tab === 'model') return <ModelPart />;
  // A saved set starts a new draft.
  if (data && tab === 'classes') return <ClassRulesPart key={data.classVersion} rules={data} />;
  if (data) return <PointsPart key={data.planVersion} rules={data} />;
  return (
    <ScoringFrame tab={tab}>
      {error ? (
        <ErrorState what={w('title')} requestId={error.requestId} onRetry={() => void refetch()}>
          {error.message}
        </ErrorState>
      ) : (
        <SkeletonLines rows={10} />
      )}
    </ScoringFrame>
  );
}

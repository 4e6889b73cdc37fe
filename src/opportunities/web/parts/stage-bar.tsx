import type { Output } from '#kernel/contract.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import { Segments } from '#ui/segments.tsx';
import type { getOpportunity } from '../../contract.ts';
import { words } from './opportunity-words.ts';

type Answer = Output<typeof getOpportunity>;
type Stage = Answer['stages'][number];

interface StageBarProps {
  readonly stages: readonly Stage[];
  readonly current: string;
  readonly mayMove: boolean;
  readonly onMove: (stage: Stage) => void;
}

/** The stages in their order with the present one marked; a click moves the deal there. */
export function StageBar({ stages, current, mayMove, onMove }: StageBarProps) {
  const w = words.use();
  const locale = localePreference.use();
  const shown = stages.filter((stage) => stage.kind === 'open' || stage.key === current);
  return (
    <Segments
      label={w('boardLabel')}
      look="track"
      stretch
      value={current}
      onChange={(key) => {
        const stage = shown.find((one) => one.key === key);
        if (mayMove && stage && stage.kind === 'open' && key !== current) onMove(stage);
      }}
      choices={shown.map((stage) => ({
        key: stage.key,
        label: locale === 'zh' ? stage.nameZh : stage.nameEn,
      }))}
    />
  );
}

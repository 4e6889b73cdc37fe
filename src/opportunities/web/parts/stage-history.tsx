import type { Output } from '#kernel/contract.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import { TimeText } from '#ui/date-text.tsx';
import { Lines } from '#ui/lines.tsx';
import { Money } from '#ui/money.tsx';
import type { getOpportunity } from '../../contract.ts';
import { words } from './opportunity-words.ts';

type Answer = Output<typeof getOpportunity>;

/** Every move of a deal, newest first: from where to where, when, by whom, how long it had stood, and why. */
export function StageHistory({ answer }: { readonly answer: Answer }) {
  const w = words.use();
  const locale = localePreference.use();
  const nameOf = (key: string | null) => {
    const stage = answer.stages.find((one) => one.key === key);
    return stage ? (locale === 'zh' ? stage.nameZh : stage.nameEn) : '';
  };
  return (
    <Lines
      ruled
      lines={answer.moves.map((move) => ({
        key: String(move.seq),
        title: move.fromStage ? `${nameOf(move.fromStage)} → ${nameOf(move.toStage)}` : nameOf(move.toStage),
        under: [
          move.actorId ? answer.names[move.actorId] : '',
          move.fromStage ? w('days', { n: move.daysInStage }) : '',
          move.skipped > 0 ? w('skipped', { n: move.skipped }) : '',
          move.reason ?? '',
        ]
          .filter(Boolean)
          .join(' · '),
        value: <Money amount={move.amount} />,
        valueUnder: <TimeText at={move.at} as="timeline" />,
      }))}
    />
  );
}

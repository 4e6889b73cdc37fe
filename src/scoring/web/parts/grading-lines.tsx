import { localePreference } from '#kernel/web/preferences.ts';
import type { PanelProps } from '#kernel/web/slice.ts';
import { useRead } from '#kernel/web/use-operation.ts';
import { FactList } from '#ui/fact-list.tsx';
import { Grade } from '#ui/grade.tsx';
import { Section } from '#ui/panel-section.tsx';
import { getGrading } from '../../contract.ts';
import { reasonText, useClassReason, useScoreMaker } from './grading-texts.ts';
import { words } from './scoring-words.ts';

/** Under a lead's head: class and score with why, on two lines. */
export function GradingLines({ recordId }: PanelProps) {
  const w = words.use();
  const locale = localePreference.use();
  const { data } = useRead(getGrading, { id: recordId }, { keep: true });
  const classReason = useClassReason(data);
  const maker = useScoreMaker(data);
  if (!data) return null;
  const reasons = data.reasons.map((reason) => reasonText(reason, locale)).join(w('joint'));
  return (
    <Section title={w('panel')}>
      <FactList
        facts={[
          {
            key: 'class',
            label: w('class'),
            value: data.class ? <Grade value={data.class} soft /> : '—',
            reason: classReason,
          },
          {
            key: 'score',
            label: w('score'),
            value: data.source ? <b>{data.score}</b> : '—',
            reason: [maker, reasons].filter(Boolean).join(w('colon')),
          },
        ]}
      />
    </Section>
  );
}

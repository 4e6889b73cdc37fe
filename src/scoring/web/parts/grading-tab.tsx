import { Button } from 'antd';
import type { Output } from '#kernel/contract.ts';
import { signedNumberText } from '#kernel/values/number-text.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import type { PanelProps } from '#kernel/web/slice.ts';
import { isProblem, useAct, useRead } from '#kernel/web/use-operation.ts';
import { TimeText } from '#ui/date-text.tsx';
import { ErrorState } from '#ui/error-state.tsx';
import { Lines } from '#ui/lines.tsx';
import { Section } from '#ui/panel-section.tsx';
import { Segments } from '#ui/segments.tsx';
import { SkeletonLines } from '#ui/skeleton.tsx';
import { useToasts } from '#ui/toast.tsx';
import { clearClassPin, getGrading, pinClass } from '../../contract.ts';
import { leadClasses } from '../../model.ts';
import { useClassReason, useScoreMaker } from './grading-texts.ts';
import { words } from './scoring-words.ts';

type Grading = Output<typeof getGrading>;

/** The whole story of a lead's class and score; here a class is pinned and the pin taken away. */
export function GradingTab({ recordId }: PanelProps) {
  const w = words.use();
  const { data, error, refetch } = useRead(getGrading, { id: recordId }, { keep: true });
  if (error)
    return (
      <ErrorState what={w('panel')} requestId={error.requestId} onRetry={() => void refetch()}>
        {error.message}
      </ErrorState>
    );
  if (!data) return <SkeletonLines rows={6} />;
  return (
    <>
      <ClassSection id={recordId} grading={data} />
      <ScoreSection grading={data} />
    </>
  );
}

function ClassSection({ id, grading }: { readonly id: string; readonly grading: Grading }) {
  const w = words.use();
  const toasts = useToasts();
  const pin = useAct(pinClass);
  const clear = useAct(clearClassPin);
  const reason = useClassReason(grading);
  const set = async (value: (typeof leadClasses)[number]) => {
    if (!isProblem(await pin({ id, class: value }))) toasts.show({ text: w('pinned', { class: value }) });
  };
  const unpin = async () => {
    if (!isProblem(await clear({ id }))) toasts.show({ text: w('unpinned') });
  };
  return (
    <Section
      title={w('class')}
      note={reason}
      aside={
        grading.pinned && grading.may.pin ? (
          <Button size="small" onClick={() => void unpin()}>
            {w('unpin')}
          </Button>
        ) : undefined
      }
    >
      {grading.may.pin ? (
        <Segments
          label={w('pin')}
          value={grading.class ?? ''}
          onChange={(value) => void set(value)}
          choices={leadClasses.map((key) => ({ key, label: key }))}
        />
      ) : (
        <b>{grading.class ?? '—'}</b>
      )}
    </Section>
  );
}

function ScoreSection({ grading }: { readonly grading: Grading }) {
  const w = words.use();
  const locale = localePreference.use();
  const maker = useScoreMaker(grading);
  const { reasons, history, score, band, source } = grading;
  return (
    <>
      <Section
        title={source ? `${w('score')} ${score}` : w('score')}
        note={source ? `${w('band')} ${band}${w('joint')}${maker}` : maker}
      >
        {reasons.length > 0 ? (
          <Lines
            lines={reasons.map(({ words: said, points }) => ({
              key: said.zh,
              title: said[locale],
              value: signedNumberText(points),
            }))}
          />
        ) : (
          <span className="yd-text2">{w('noReasons')}</span>
        )}
      </Section>
      <Section title={w('history')}>
        {history.length > 0 ? (
          <Lines
            lines={history.map((line, at) => {
              const before = history[at + 1];
              return {
                key: line.at,
                title: <TimeText at={line.at} />,
                under: line.source === 'model' ? w('byModel') : w('byRules'),
                value: `${line.score} ${line.band}`,
                valueUnder: before ? signedNumberText(line.score - before.score) : undefined,
              };
            })}
          />
        ) : (
          <span className="yd-text2">{w('historyEmpty')}</span>
        )}
      </Section>
    </>
  );
}

import { Button } from 'antd';
import { Gauge } from 'lucide-react';
import type { Output } from '#kernel/contract.ts';
import { numberText } from '#kernel/values/number-text.ts';
import { useMay } from '#kernel/web/session.ts';
import { isProblem, useAct, useRead } from '#kernel/web/use-operation.ts';
import { DateText } from '#ui/date-text.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ErrorState } from '#ui/error-state.tsx';
import { FigureStrip } from '#ui/figure-strip.tsx';
import { Notice } from '#ui/notice.tsx';
import { Segments } from '#ui/segments.tsx';
import { SkeletonLines } from '#ui/skeleton.tsx';
import { useToasts } from '#ui/toast.tsx';
import { chooseSource, getModel, trainModel } from '../../contract.ts';
import { ModelReport } from './model-report.tsx';
import { ScoringFrame } from './scoring-frame.tsx';
import { words } from './scoring-words.ts';

type Answer = Output<typeof getModel>;

/** What the model learnt and how good it is, and which of the two makes the numbers. */
export function ModelPart() {
  const w = words.use();
  const { data, error, refetch } = useRead(getModel, {}, { refreshMs: 15_000 });
  const manages = useMay()('scoring.manage');
  const toasts = useToasts();
  const choose = useAct(chooseSource);
  const train = useAct(trainModel);
  const retrain = async () => {
    if (!isProblem(await train({}))) toasts.show({ text: w('trainWaits') });
  };
  return (
    <ScoringFrame
      tab="model"
      figures={data?.model?.report ? <Figures model={data.model} report={data.model.report} /> : undefined}
      actions={
        manages && data ? (
          <>
            <Segments
              look="track"
              label={w('source')}
              value={data.wanted}
              onChange={(source) => void choose({ source })}
              choices={[
                { key: 'rules', label: w('byRules') },
                { key: 'model', label: w('byModel') },
              ]}
            />
            <Button onClick={() => void retrain()}>{w('train')}</Button>
          </>
        ) : null
      }
    >
      {error ? (
        <ErrorState what={w('model')} requestId={error.requestId} onRetry={() => void refetch()}>
          {error.message}
        </ErrorState>
      ) : data ? (
        <>
          <Statement data={data} />
          {data.model?.report ? (
            <ModelReport report={data.model.report} features={data.model.features} />
          ) : (
            <EmptyState icon={Gauge} title={w('modelEmptyTitle')}>
              {w('modelEmptyHint')}
            </EmptyState>
          )}
        </>
      ) : (
        <SkeletonLines rows={8} />
      )}
    </ScoringFrame>
  );
}

/** Plainly: which of the two made the numbers, why, and what was learnt from. */
function Statement({ data }: { readonly data: Answer }) {
  const w = words.use();
  const { model, scored, inUse } = data;
  const why = whyOf(data, w);
  return (
    <Notice
      flush
      tone={inUse === 'model' ? 'accent' : 'neutral'}
      title={
        inUse === 'model'
          ? w('saysModel', { n: numberText(scored.model) })
          : w('saysRules', { n: numberText(scored.rules) })
      }
    >
      {why}
      {model?.report ? (
        <span>
          {why ? ' ' : ''}
          {w('trainedOn', {
            n: numberText(model.converted + model.lost),
            day: model.trainedUntil?.slice(0, 10) ?? '—',
          })}
        </span>
      ) : null}
    </Notice>
  );
}

function whyOf(
  { model, wanted, inUse, needed, scored }: Answer,
  w: ReturnType<typeof words.use>,
): string | null {
  if (!model) return w('whyNever');
  const { unusable, converted, lost } = model;
  if (unusable === 'too_few') return w('whyTooFew', { needed, converted, lost });
  if (unusable === 'worse_than_base') return w('whyWorse');
  if (wanted === 'rules') return w('whyChosen');
  return inUse === 'model' && scored.rules > 0 ? w('whyWaiting') : null;
}

interface FiguresProps {
  readonly model: NonNullable<Answer['model']>;
  readonly report: NonNullable<NonNullable<Answer['model']>['report']>;
}

function Figures({ report }: FiguresProps) {
  const w = words.use();
  const percent = (share: number) => `${(100 * share).toFixed(1)}%`;
  const top = report.deciles[0];
  return (
    <FigureStrip
      figures={[
        { key: 'auc', label: w('auc'), figure: report.auc.toFixed(3), note: w('aucNote') },
        {
          key: 'brier',
          label: w('brier'),
          figure: report.brier.toFixed(3),
          note: w('brierNote', { base: report.baseBrier.toFixed(3) }),
        },
        {
          key: 'lift',
          label: w('topDecile'),
          figure: `${(top?.lift ?? 0).toFixed(1)}×`,
          note: w('topDecileNote'),
        },
        { key: 'base', label: w('baseRate'), figure: percent(report.baseRate), note: w('baseRateNote') },
        {
          key: 'tested',
          label: w('tested'),
          figure: numberText(report.testedOn),
          note: (
            <>
              <DateText day={report.testedFrom.slice(0, 10)} /> –{' '}
              <DateText day={report.testedTo.slice(0, 10)} />
            </>
          ),
        },
      ]}
    />
  );
}

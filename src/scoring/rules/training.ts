import { fitLogistic, logOddsOf } from '#kernel/values/logistic.ts';
import { type Example, examplesAtLeast, type TrainedModel, type Training } from '../model.ts';
import { columnsOf } from './features.ts';
import { judge } from './judging.ts';
import { likelyOf } from './predicting.ts';

// Held back as much as a handful of leads weigh, so that a rare value met by luck stays small.
const ridge = 4;
const calibrationRidge = 1e-3;
const learntShare = 0.6;
const calibratedShare = 0.8;

/**
 * Learns from leads whose outcome is known, and tests itself by time: weights from the oldest 60 %, calibration from
 * the next 20 %, and the newest 20 % are asked about. The model that will be used learns anew from the oldest 80 %
 * and is calibrated on the newest 20 %. A model that does no better than the base rate is not used.
 */
export function trainModel(examples: readonly Example[]): Training {
  const converted = examples.filter((example) => example.converted).length;
  const lost = examples.length - converted;
  if (converted < examplesAtLeast || lost < examplesAtLeast) return { unusable: 'too_few', converted, lost };
  const sorted = [...examples].sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
  const learnt = Math.round(sorted.length * learntShare);
  const calibrated = Math.round(sorted.length * calibratedShare);
  const tested = sorted.slice(calibrated);
  const trial = learn(sorted.slice(0, learnt), sorted.slice(learnt, calibrated));
  const verdicts = tested.map(({ facts, converted: came }) => ({
    likely: likelyOf(trial, facts),
    converted: came,
  }));
  const report = {
    trainedOn: calibrated,
    testedOn: tested.length,
    testedFrom: tested[0]?.at ?? '',
    testedTo: tested.at(-1)?.at ?? '',
    ...judge(verdicts, rateOf(sorted.slice(0, calibrated))),
  };
  return {
    unusable: report.brier < report.baseBrier && report.auc > 0.5 ? null : 'worse_than_base',
    converted,
    lost,
    until: report.testedTo,
    model: learn(sorted.slice(0, calibrated), tested),
    report,
  };
}

function rateOf(examples: readonly Example[]): number {
  return examples.length === 0 ? 0 : examples.filter(({ converted }) => converted).length / examples.length;
}

function learn(examples: readonly Example[], later: readonly Example[]): TrainedModel {
  const columns = columnsOf(examples.map(({ facts }) => facts)).flatMap((column) => {
    const values = examples.map(({ facts }) => column.of(facts));
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const scale = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
    // The same for everybody: nothing can be learnt from it.
    return scale < 1e-9 ? [] : [{ column, mean, scale }];
  });
  const row = ({ facts }: Example) =>
    columns.map(({ column, mean, scale }) => (column.of(facts) - mean) / scale);
  const fitted = fitLogistic(
    examples.map(row),
    examples.map(({ converted }) => Number(converted)),
    ridge,
  );
  const { slope, shift } = calibrate(
    later.map((example) => logOddsOf(fitted, row(example))),
    later.map(({ converted }) => converted),
  );
  return {
    features: columns.map(({ column: { key, field }, mean, scale }, at) => ({
      key,
      field,
      mean,
      scale,
      weight: fitted.weights[at] ?? 0,
    })),
    intercept: fitted.intercept,
    slope,
    shift,
  };
}

/** Platt scaling, with his smoothed targets so that few examples do not make certainties. It never turns the order round. */
function calibrate(
  logOdds: readonly number[],
  converted: readonly boolean[],
): { slope: number; shift: number } {
  const yes = converted.filter(Boolean).length;
  const no = converted.length - yes;
  if (yes === 0 || no === 0) return { slope: 1, shift: 0 };
  const targets = converted.map((came) => (came ? (yes + 1) / (yes + 2) : 1 / (no + 2)));
  const line = fitLogistic(
    logOdds.map((value) => [value]),
    targets,
    calibrationRidge,
  );
  const [slope = 1] = line.weights;
  if (slope > 0) return { slope, shift: line.intercept };
  // Nothing held on the later leads: say their rate about everybody.
  return { slope: 0, shift: Math.log(yes / no) };
}

import { sigmoid } from '#kernel/values/logistic.ts';
import type { LeadFacts, Score, ScorePlan, ScoreReason, TrainedModel } from '../model.ts';
import { columnNamed } from './features.ts';
import { settle } from './scoring.ts';

/** How far each feature moves this lead's log-odds away from the average lead, and where that ends. */
function moves(model: TrainedModel, facts: LeadFacts): { key: string; move: number }[] {
  return model.features.map(({ key, mean, scale, weight }) => ({
    key,
    move: (model.slope * weight * ((columnNamed(key)?.of(facts) ?? mean) - mean)) / scale,
  }));
}

const average = (model: TrainedModel) => model.slope * model.intercept + model.shift;

/** The calibrated chance, 0 to 1, that a lead like this is converted. */
export function likelyOf(model: TrainedModel, facts: LeadFacts): number {
  return sigmoid(moves(model, facts).reduce((sum, { move }) => sum + move, average(model)));
}

/**
 * Scores a lead by the model: the calibrated chance in per cent, less the same decay as by rules. A reason's points
 * are what the chance would lose (or gain) without it.
 */
export function scoreByModel(
  model: TrainedModel,
  facts: LeadFacts,
  idleDays: number,
  plan: Pick<ScorePlan, 'decayPercent' | 'decayDays'>,
): Score {
  const parts = moves(model, facts);
  const logOdds = parts.reduce((sum, { move }) => sum + move, average(model));
  const likely = sigmoid(logOdds);
  const reasons: ScoreReason[] = parts.map(({ key, move }) => ({
    key: `model:${key}`,
    points: Math.round(100 * (likely - sigmoid(logOdds - move))),
  }));
  return settle(Math.round(100 * likely), reasons, idleDays, plan);
}

/** The chance without decay, in per cent with one decimal: for the lead's own page. */
export function chanceText(model: TrainedModel, facts: LeadFacts): string {
  return (100 * likelyOf(model, facts)).toFixed(1);
}

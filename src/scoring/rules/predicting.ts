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

/** Nobody is certain: the model says 1 to 99, however far a lead lies beyond what it has seen. */
const surest = 99;

/**
 * Scores a lead by the model: the calibrated chance in per cent, less the same decay as by rules. A reason's points
 * are what it alone would add to (or take from) the chance of an average lead.
 */
export function scoreByModel(
  model: TrainedModel,
  facts: LeadFacts,
  idleDays: number,
  plan: Pick<ScorePlan, 'decayPercent' | 'decayDays'>,
): Score {
  const parts = moves(model, facts);
  const usual = average(model);
  const likely = sigmoid(parts.reduce((sum, { move }) => sum + move, usual));
  const reasons: ScoreReason[] = parts.map(({ key, move }) => ({
    key: `model:${key}`,
    points: Math.round(100 * (sigmoid(usual + move) - sigmoid(usual))),
  }));
  const full = Math.min(surest, Math.max(100 - surest, Math.round(100 * likely)));
  return settle(full, reasons, idleDays, plan);
}

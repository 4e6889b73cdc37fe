import {
  bandFloors,
  type Score,
  type ScoreBand,
  type ScorePlan,
  type ScoreReason,
  scoreBands,
  type TouchCounts,
} from '../model.ts';

export interface ScoreFacts {
  /** One per fit rule, in their order. */
  readonly fit: readonly boolean[];
  readonly touches: TouchCounts;
  readonly idleDays: number;
}

export const reasonsShown = 3;
/** A score that moved less than this within its band is noise and leaves no line in the history. */
export const worthKeeping = 5;

/** The band of a score: A from 80, B from 60, C from 40, D below. */
export function bandOf(score: number): ScoreBand {
  return scoreBands.find((band) => score >= bandFloors[band]) ?? 'D';
}

/** What is left of points after so many idle days: a tenth goes with every full week, as the plan says. */
export function decayed(
  points: number,
  idleDays: number,
  plan: Pick<ScorePlan, 'decayPercent' | 'decayDays'>,
): number {
  const periods = Math.max(0, Math.floor(idleDays / plan.decayDays));
  return Math.floor(points * (1 - plan.decayPercent / 100) ** periods + 0.5);
}

/** Scores a lead by rules: fit + behaviour − decay, from 0 to 100, with the reasons that weigh most. */
export function scoreByRules({ fit, touches, idleDays }: ScoreFacts, plan: ScorePlan): Score {
  const earned: ScoreReason[] = [
    ...plan.fit.flatMap(({ id, points }, at) => (fit[at] ? [{ key: `fit:${id}`, points }] : [])),
    ...plan.touches.flatMap(({ kind, points, most }) => {
      const n = Math.min(touches[kind], most);
      return n > 0 ? [{ key: `touch:${kind}`, points: points * n, n }] : [];
    }),
  ];
  const sum = earned.reduce((total, { points }) => total + points, 0);
  return settle(within(sum), earned, idleDays, plan);
}

/** Takes the decay off and names the reasons; rules and model end alike. */
export function settle(
  full: number,
  reasons: readonly ScoreReason[],
  idleDays: number,
  plan: Pick<ScorePlan, 'decayPercent' | 'decayDays'>,
): Score {
  const score = decayed(full, idleDays, plan);
  const idle = score < full ? [{ key: 'idle', points: score - full, n: Math.floor(idleDays) }] : [];
  const telling = [...reasons, ...idle].filter(({ points }) => points !== 0);
  telling.sort(
    (one, other) => Math.abs(other.points) - Math.abs(one.points) || (one.key < other.key ? -1 : 1),
  );
  return { score, band: bandOf(score), reasons: telling.slice(0, reasonsShown) };
}

function within(points: number): number {
  return Math.min(100, Math.max(0, Math.round(points)));
}

/** Whether a new score deserves a line in the history: first one, another band, or five points and more. */
export function isWorthKeeping(
  score: Pick<Score, 'score' | 'band'>,
  last: { readonly score: number; readonly band: string } | null,
): boolean {
  return last === null || last.band !== score.band || Math.abs(last.score - score.score) >= worthKeeping;
}

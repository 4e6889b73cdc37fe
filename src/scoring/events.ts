import { fact } from '#kernel/outbox.ts';
import type { ScoreSource } from './model.ts';

/** The class rules or the points were saved anew, or somebody chose between rules and model: all leads are graded again. */
export const rulesSaved = fact<{ kind: 'class' | 'score'; rules: number }>(
  'scoring.rules_changed',
  'scoring',
);
export const sourceChosen = fact<{ source: ScoreSource }>('scoring.source_changed', 'scoring');
export const modelTrained = fact<{ unusable: string | null; converted: number; lost: number }>(
  'scoring.model_trained',
  'scoring',
);

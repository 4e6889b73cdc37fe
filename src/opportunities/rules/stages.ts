import type { Stage } from '../model.ts';

/** A stage of the pipeline by its key; an unknown key is a mistake of the program, contracts list the known ones. */
export function stageNamed(stages: readonly Stage[], key: string): Stage {
  const found = stages.find((stage) => stage.key === key);
  if (!found) throw new Error(`the pipeline has no stage ${key}`);
  return found;
}

/** Where a new deal starts. */
export function firstStage(stages: readonly Stage[]): Stage {
  const found = stages.find((stage) => stage.kind === 'open');
  if (!found) throw new Error('the pipeline has no open stage');
  return found;
}

/** The stage in which deals end that way. */
export function endStage(stages: readonly Stage[], kind: 'won' | 'lost' | 'invalid'): Stage {
  const found = stages.find((stage) => stage.kind === kind);
  if (!found) throw new Error(`the pipeline has no ${kind} end`);
  return found;
}

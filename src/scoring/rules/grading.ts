import type {
  ClassRule,
  LeadFacts,
  Score,
  ScorePlan,
  ScoreReason,
  ScoreSource,
  TrainedModel,
} from '../model.ts';
import { scoreByModel } from './predicting.ts';
import { isWorthKeeping, type ScoreFacts, scoreByRules } from './scoring.ts';

export interface Graded extends Score {
  readonly id: string;
  readonly source: ScoreSource;
}

export interface GradingRules {
  readonly classRules: readonly ClassRule[];
  readonly plan: ScorePlan;
  /** Null: the rules make the numbers. */
  readonly model: TrainedModel | null;
}

interface Gradable extends LeadFacts, ScoreFacts {
  readonly id: string;
  readonly class: string | null;
  readonly classRuleId: string | null;
  readonly pinned: boolean;
  readonly hit: number | null;
  readonly score: number;
  readonly source: ScoreSource | null;
  readonly reasons: readonly ScoreReason[];
  readonly kept: { readonly score: number; readonly band: string } | null;
}

export interface Grades {
  /** Leads whose class a rule changes; `place` is that of the rule, from 1. */
  readonly classes: readonly {
    id: string;
    class: string | null;
    ruleId: string | null;
    place: number | null;
  }[];
  readonly scores: readonly Graded[];
  /** Scores that belong into the history. */
  readonly kept: readonly Graded[];
}

/** Decides what changes for these leads: class by the first rule that fits unless pinned, score by model or rules. */
export function gradeLeads(leads: readonly Gradable[], rules: GradingRules): Grades {
  const { classRules } = rules;
  const classes = leads.flatMap((lead) => {
    const rule = lead.hit === null ? undefined : classRules[lead.hit];
    const next = { class: rule?.class ?? null, ruleId: rule?.id ?? null };
    if (lead.pinned || (lead.class === next.class && lead.classRuleId === next.ruleId)) return [];
    return [{ id: lead.id, ...next, place: lead.hit === null ? null : lead.hit + 1 }];
  });
  const all = leads.map((lead) => ({ lead, graded: scoreOf(lead, rules) }));
  return {
    classes,
    scores: all.flatMap(({ lead, graded }) => (isChanged(lead, graded) ? [graded] : [])),
    kept: all.flatMap(({ lead, graded }) => (isWorthKeeping(graded, lead.kept) ? [graded] : [])),
  };
}

function scoreOf(lead: Gradable, { plan, model }: GradingRules): Graded {
  return model
    ? { id: lead.id, source: 'model', ...scoreByModel(model, lead, lead.idleDays, plan) }
    : { id: lead.id, source: 'rules', ...scoreByRules(lead, plan) };
}

function isChanged(lead: Gradable, graded: Graded): boolean {
  if (lead.score !== graded.score || lead.source !== graded.source) return true;
  return (
    lead.reasons.length !== graded.reasons.length ||
    graded.reasons.some(({ key, points, n }, at) => {
      const before = lead.reasons[at];
      return before?.key !== key || before.points !== points || before.n !== n;
    })
  );
}

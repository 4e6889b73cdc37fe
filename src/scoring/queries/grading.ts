import { sql } from 'kysely';
import { may, rightsFor } from '#kernel/access.ts';
import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { type ObjectDefinition, visibleFields } from '#kernel/fields.ts';
import { requireRecord } from '#kernel/records.ts';
import type * as contract from '../contract.ts';
import type { ClassRule, LeadClass, ScoreBand, ScorePlan, ScoreReason, ScoreSource } from '../model.ts';
import { columnNamed } from '../rules/features.ts';
import { conditionWords, reasonWords } from '../rules/reason-words.ts';
import { isPinned } from '../store/grading-sql.ts';
import { loadModel } from '../store/models.ts';
import { leadDefinition, loadClassRules, loadScorePlan } from '../store/rule-sets.ts';

type Answer = Output<typeof contract.getGrading>;
const historyShown = 60;

interface StoredGrades {
  readonly class: LeadClass | null;
  readonly ruleId: string | null;
  readonly pinned: boolean;
  readonly status: string;
  readonly score: number;
  readonly band: ScoreBand;
  readonly source: ScoreSource | null;
  readonly scoredAt: Date | null;
  readonly reasons: readonly ScoreReason[];
}

/** Class and score of one lead with why, in words that the reader's own rights allow. */
export async function getGrading({ id }: Input<typeof contract.getGrading>, step: Step): Promise<Answer> {
  await requireRecord(step, 'leads', id);
  const { actor, tx } = step;
  const visible = asSeenBy(step);
  const grades = await loadGrades(step, id);
  const { rules: classRules } = await loadClassRules(step);
  const { rules: plan } = await loadScorePlan(step);
  const model = grades.source === 'model' ? await loadModel(step) : null;
  const history = await sql<{ at: Date; score: number; band: ScoreBand; source: ScoreSource }>`
    select at, score, band, source from lead_scores
    where org_id = ${actor.orgId}::uuid and lead_id = ${id}::uuid order by at desc limit ${historyShown}`.execute(
    tx,
  );
  const seesClass = visible.fields.some(({ key }) => key === 'class');
  const seesScore = visible.fields.some(({ key }) => key === 'score');
  return {
    class: seesClass ? grades.class : null,
    pinned: seesClass && grades.pinned,
    rule: seesClass ? ruleOf(grades, classRules, visible) : null,
    set: seesClass ? await lastSet(step, id) : null,
    ...(seesScore ? scoreOf(grades, plan, visible) : unseen),
    trained:
      seesScore && model
        ? { leads: model.converted + model.lost, until: model.trainedUntil?.toISOString() ?? null }
        : null,
    history: seesScore ? history.rows.map((line) => ({ ...line, at: line.at.toISOString() })) : [],
    may: { pin: seesClass && grades.status !== 'converted' && may(actor, 'leads.update') },
  };
}

const unseen = {
  score: 0,
  band: 'D',
  source: null,
  scoredAt: null,
  reasons: [],
} as const satisfies Partial<Answer>;

/** Leads as this person may know them. */
function asSeenBy(step: Step): ObjectDefinition {
  const definition = leadDefinition(step);
  return { ...definition, fields: visibleFields(definition, rightsFor(step.actor, definition)) };
}

async function loadGrades({ tx, actor }: Step, id: string): Promise<StoredGrades> {
  const found = await sql<StoredGrades>`
    select t.class, t.class_rule_id as "ruleId", ${isPinned} as pinned, t.status, t.score, t.score_band as band,
      t.score_source as source, t.scored_at as "scoredAt", t.score_reasons as reasons
    from leads t where t.org_id = ${actor.orgId}::uuid and t.id = ${id}::uuid`.execute(tx);
  const grades = found.rows[0];
  if (!grades) throw new Error('the lead was there a moment ago');
  return grades;
}

function ruleOf(
  grades: StoredGrades,
  rules: readonly ClassRule[],
  visible: ObjectDefinition,
): Answer['rule'] {
  const at = rules.findIndex(({ id }) => id === grades.ruleId);
  const rule = rules[at];
  return rule ? { place: at + 1, words: conditionWords(rule.condition, visible) } : null;
}

function scoreOf(grades: StoredGrades, plan: ScorePlan, visible: ObjectDefinition) {
  const { score, band, source, scoredAt, reasons } = grades;
  const fieldOfFeature = (key: string) => columnNamed(key)?.field ?? null;
  return {
    ...{ score, band, source },
    scoredAt: scoredAt?.toISOString() ?? null,
    reasons: reasons.map((reason) => ({
      points: reason.points,
      words: reasonWords(reason, plan, fieldOfFeature, visible),
    })),
  };
}

/** Who last changed the class, a rule being nobody. */
async function lastSet({ tx, actor }: Step, id: string): Promise<Answer['set']> {
  const found = await sql<{ at: Date; by: string | null }>`
    select e.at, case when e.source <> 'system' then u.name end as by
    from events e left join users u on u.org_id = e.org_id and u.id = e.actor_id
    where e.org_id = ${actor.orgId}::uuid and e.about @> array[${id}::uuid] and e.subject_id = ${id}::uuid
      and (e.changes ? 'class' or e.changes ? 'classPinned')
    order by e.at desc limit 1`.execute(tx);
  const last = found.rows[0];
  return last ? { by: last.by, at: last.at.toISOString() } : null;
}

import type { Step } from '#kernel/command.ts';
import { job } from '#kernel/jobs.ts';
import type { Fact } from '#kernel/outbox.ts';
import { setClass, setScores } from '#leads/public.ts';
import { gradeLeads as decideGrades, type GradingRules } from '../rules/grading.ts';
import { addHistory } from '../store/histories.ts';
import { type LeadToGrade, loadLeadsToGrade, loadNextIds, loadStretch } from '../store/leads-to-grade.ts';
import { loadModel, modelInUse } from '../store/models.ts';
import { leadDefinition, loadClassRules, loadScorePlan, loadSource, readable } from '../store/rule-sets.ts';

const stretchSize = 4_000;
/** Our own facts about leads would only make us look again. */
const ownFact = 'lead.classed';

/** Classes and scores the leads that these facts are about anew; what they are is read afresh. */
export async function gradeLeads(facts: readonly Fact[], step: Step): Promise<void> {
  const ids = facts.flatMap(({ type, object, subjectId, about }) =>
    type === ownFact ? [] : object === 'leads' ? [subjectId] : about,
  );
  if (ids.length === 0) return;
  const rules = await loadRules(step);
  await save(step, await loadLeadsToGrade(step, rules, [...new Set(ids)]), rules);
}

/** Everybody who had come by this moment, for the demo company: each was first classed on the day he came. */
export async function gradeEverybody(step: Step): Promise<void> {
  const rules = await loadRules(step);
  for (let after: string | null = null; ; ) {
    const ids = await loadNextIds(step, after, stretchSize);
    const last = ids.at(-1);
    if (last === undefined) return;
    await save(step, await loadStretch(step, rules, after, last), rules, 'whenCaptured');
    after = last;
  }
}

/**
 * Goes through all leads of the organisation, a stretch of ids in each transaction; what is right already is not
 * written, so a second run writes nothing. Rules saved meanwhile hold from the next stretch on.
 */
export const regradeLeads = job({
  name: 'scoring.regrade',
  schedule: '40 1 * * *',
  seconds: 3_600,
  retries: 3,
  async run(_data, { transaction, signal, log, orgId }) {
    let after: string | null = null;
    let seen = 0;
    for (;;) {
      signal.throwIfAborted();
      const from: string | null = after;
      const done = await transaction(async (step) => {
        const ids = await loadNextIds(step, from, stretchSize);
        const last = ids.at(-1);
        if (last === undefined) return null;
        const rules = await loadRules(step);
        await save(step, await loadStretch(step, rules, from, last), rules);
        return { last, n: ids.length };
      });
      if (!done) break;
      after = done.last;
      seen += done.n;
    }
    log.info({ orgId, leads: seen }, 'leads classed and scored');
  },
});

async function loadRules(step: Step): Promise<GradingRules> {
  const definition = leadDefinition(step);
  const classRules = await loadClassRules(step);
  const plan = await loadScorePlan(step);
  const { source } = await loadSource(step);
  return {
    classRules: readable(classRules.rules, definition),
    plan: { ...plan.rules, fit: readable(plan.rules.fit, definition) },
    model: source === 'model' ? modelInUse(source, await loadModel(step)) : null,
  };
}

async function save(
  step: Step,
  leads: readonly LeadToGrade[],
  rules: GradingRules,
  classed: 'now' | 'whenCaptured' = 'now',
): Promise<void> {
  const came = new Map(leads.map(({ id, capturedAt }) => [id, capturedAt]));
  const { classes, scores, kept } = decideGrades(leads, rules);
  await setClass(
    classes.map(({ id, class: to, ruleId, place }) => ({
      ...{ id, class: to, ruleId },
      at: classed === 'whenCaptured' ? came.get(id) : undefined,
      why:
        place === null
          ? { zh: '不符合任何分类规则', en: 'Meets no class rule' }
          : { zh: `符合第 ${place} 条分类规则`, en: `Meets class rule ${place}` },
    })),
    step,
  );
  await setScores(scores, step);
  await addHistory(step, kept);
}

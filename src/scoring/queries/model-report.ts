import { sql } from 'kysely';
import { rightsFor } from '#kernel/access.ts';
import type { Step } from '#kernel/command.ts';
import type { Output } from '#kernel/contract.ts';
import { visibleFields } from '#kernel/fields.ts';
import type * as contract from '../contract.ts';
import { examplesAtLeast } from '../model.ts';
import { featureWords } from '../rules/reason-words.ts';
import { isOpenLead } from '../store/grading-sql.ts';
import { loadModel, modelInUse, type StoredModel } from '../store/models.ts';
import { leadDefinition, loadSource } from '../store/rule-sets.ts';

type Answer = Output<typeof contract.getModel>;

/** What was learnt, how good it is on leads it had not seen, and which of the two makes the numbers now. */
export async function getModel(_input: unknown, step: Step): Promise<Answer> {
  const { source } = await loadSource(step);
  const stored = await loadModel(step);
  const counted = await sql<{ rules: number; model: number }>`
    select count(*) filter (where t.score_source = 'rules')::integer as rules,
      count(*) filter (where t.score_source = 'model')::integer as model
    from leads t where t.org_id = ${step.actor.orgId}::uuid and t.deleted_at is null and ${isOpenLead}`.execute(
    step.tx,
  );
  return {
    wanted: source,
    inUse: modelInUse(source, stored) ? 'model' : 'rules',
    needed: examplesAtLeast,
    scored: counted.rows[0] ?? { rules: 0, model: 0 },
    model: stored ? shownModel(stored, step) : null,
  };
}

function shownModel(stored: StoredModel, step: Step): Answer['model'] {
  const definition = leadDefinition(step);
  const visible = { ...definition, fields: visibleFields(definition, rightsFor(step.actor, definition)) };
  const { trainedAt, trainedUntil, converted, lost, unusable, model, report } = stored;
  const features = (model?.features ?? []).map(({ key, field, weight }) => ({
    key,
    words: featureWords(key, field, visible),
    // One usual step of this feature multiplies the odds by this.
    effect: Math.exp((model?.slope ?? 1) * weight),
  }));
  features.sort((one, other) => Math.abs(Math.log(other.effect)) - Math.abs(Math.log(one.effect)));
  return {
    trainedAt: trainedAt.toISOString(),
    trainedUntil: trainedUntil?.toISOString() ?? null,
    ...{ converted, lost, unusable, features },
    report: report ? { ...report, deciles: [...report.deciles], calibration: [...report.calibration] } : null,
  };
}

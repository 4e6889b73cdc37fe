import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import { newId } from '#kernel/values/id.ts';
import type { BackTest, TrainedModel, Training } from '../model.ts';

export interface StoredModel {
  readonly trainedAt: Date;
  readonly trainedUntil: Date | null;
  readonly converted: number;
  readonly lost: number;
  readonly unusable: 'too_few' | 'worse_than_base' | null;
  readonly model: TrainedModel | null;
  readonly report: BackTest | null;
}

const keptModels = 30;

/** The newest model, whether it may be used or not; null: nothing has been learnt yet. */
export async function loadModel({ tx, actor }: Step): Promise<StoredModel | null> {
  const found = await sql<StoredModel>`
    select trained_at as "trainedAt", trained_until as "trainedUntil", converted, lost, unusable, model, report
    from scoring_models where org_id = ${actor.orgId}::uuid order by trained_at desc, id desc limit 1`.execute(
    tx,
  );
  return found.rows[0] ?? null;
}

/** Keeps what was learnt; the oldest of many goes. */
export async function saveModel({ tx, actor, now }: Step, training: Training): Promise<void> {
  const learnt = training.unusable === 'too_few' ? null : training;
  await sql`
    insert into scoring_models (org_id, id, trained_at, trained_until, converted, lost, unusable, model, report)
    values (${actor.orgId}::uuid, ${newId()}::uuid, ${now}, ${learnt?.until ?? null}::timestamptz, ${training.converted},
      ${training.lost}, ${training.unusable}, ${learnt ? JSON.stringify(learnt.model) : null}::jsonb,
      ${learnt ? JSON.stringify(learnt.report) : null}::jsonb)`.execute(tx);
  await sql`
    delete from scoring_models m where m.org_id = ${actor.orgId}::uuid and m.id in (
      select id from scoring_models where org_id = ${actor.orgId}::uuid order by trained_at desc, id desc offset ${keptModels})`.execute(
    tx,
  );
}

/** The model that makes the numbers now: wanted, learnt and good enough. */
export function modelInUse(source: 'rules' | 'model', stored: StoredModel | null): TrainedModel | null {
  return source === 'model' && stored?.unusable === null ? stored.model : null;
}

import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import type { Example, LeadFacts } from '../model.ts';
import { factColumns, touchColumns, touchesBefore } from './grading-sql.ts';

/** At most so many outcomes are learnt from, the newest. */
export const examplesAtMost = 20_000;

/**
 * Leads whose outcome is known, as they were before it. What was said in the last day before the outcome belongs to it
 * (the call in which the customer agreed, or the number turned out dead) and is left out. Duplicates are no outcome.
 */
export async function loadExamples({ tx, actor }: Step, atMost = examplesAtMost): Promise<Example[]> {
  const found = await sql<LeadFacts & { converted: boolean; at: Date }>`
    with ended as (
      select t.org_id, t.id, t.status = 'converted' as converted,
        coalesce(t.converted_at, e.at, t.last_activity_at, t.captured_at) as outcome_at
      from leads t
      left join (select subject_id, max(at) as at from events
        where org_id = ${actor.orgId}::uuid and type = 'lead.invalidated' group by subject_id) e
        on e.subject_id = t.id and t.status = 'invalid'
      where t.org_id = ${actor.orgId}::uuid and t.deleted_at is null
        and (t.status = 'converted' or (t.status = 'invalid' and t.invalid_reason is distinct from 'duplicate'))
      order by outcome_at desc, t.id limit ${atMost}
    )
    select ${factColumns}, ${touchColumns}, ended.converted, ended.outcome_at as at
    from ended join leads as t on t.org_id = ended.org_id and t.id = ended.id
    ${touchesBefore(sql`ended.outcome_at - interval '1 day'`)}
    order by ended.outcome_at, t.id`.execute(tx);
  return found.rows.map(({ converted, at, ...facts }) => ({ converted, at: at.toISOString(), facts }));
}

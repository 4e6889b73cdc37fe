import { type RawBuilder, sql } from 'kysely';
import { definitionFor } from '#kernel/access.ts';
import type { Step } from '#kernel/command.ts';
import { columnOf, type ObjectDefinition, objectNamed } from '#kernel/fields.ts';

/** The catalogue of leads with the fields of this organisation. */
export function leadDefinition({ actor }: Pick<Step, 'actor'>): ObjectDefinition {
  const leads = objectNamed('leads');
  if (!leads) throw new Error('leads come before assignment');
  return definitionFor(actor, leads);
}

/** Every stored value of a lead under its catalogue key, over alias `t`; what is computed cannot decide an assignment. */
export function leadColumns(definition: ObjectDefinition, custom = true): RawBuilder<unknown> {
  const stored = definition.fields.filter(
    (field) => field.expression === undefined && field.customKey === undefined && field.key !== 'id',
  );
  return sql.join([
    sql`t.id`,
    ...(custom ? [sql`t.custom`] : []),
    ...stored.map((field) => sql`${sql.ref(`t.${columnOf(field)}`)} as ${sql.ref(field.key)}`),
  ]);
}

export type LeadValues = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly company: string;
  readonly channel: string;
  readonly ownerId: string | null;
  readonly poolId: string | null;
  readonly status: string;
};

/** Reads leads as conditions are asked of them. */
export async function loadLeadValues(step: Step, ids: readonly string[]): Promise<Map<string, LeadValues>> {
  if (ids.length === 0) return new Map();
  const found = await sql<LeadValues>`
    select ${leadColumns(leadDefinition(step))} from leads as t
    where t.org_id = ${step.actor.orgId}::uuid and t.id = any(${ids}::uuid[]) and t.deleted_at is null`.execute(
    step.tx,
  );
  return new Map(found.rows.map((row) => [row.id, row]));
}

import { type RawBuilder, sql } from 'kysely';
import { type Actor, may } from '#kernel/access.ts';
import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import type { ListSource } from '#kernel/lists/source.ts';
import { readRow } from '#kernel/read-row.ts';
import { visibleRecords } from '#kernel/records.ts';
import { dayOf } from '#kernel/values/day.ts';
import type * as contract from '../contract.ts';
import { takeoverObject } from '../fields.ts';
import type { Takeover } from '../model.ts';
import { decideAnswer } from '../rules/taking-over.ts';

/** Beside who asked: the owner, his manager, and administrators where there is none. */
export function seesTakeover(actor: Actor): RawBuilder<unknown> {
  const admin = may(actor, 'duplicates.rules') ? sql` or t.manager_id is null` : sql``;
  return sql`(t.owner_id = ${actor.id}::uuid or t.manager_id = ${actor.id}::uuid${admin})`;
}

export const takeoverSource: ListSource = { definition: takeoverObject, also: seesTakeover };

/** One request with what this person may do about it. */
export async function getTakeover(
  { id }: Input<typeof contract.getTakeover>,
  step: Step,
): Promise<Output<typeof contract.getTakeover>> {
  const { row, names } = await readRow(takeoverObject, id, step);
  const found = await sql<{ leadId: string; escalatedAt: Date | null }>`
    select lead_id as "leadId", escalated_at as "escalatedAt" from takeovers
    where org_id = ${step.actor.orgId}::uuid and id = ${id}::uuid`.execute(step.tx);
  const { leadId = '', escalatedAt = null } = found.rows[0] ?? {};
  const { actor } = step;
  const request = { ...row, leadId, escalatedAt } as unknown as Takeover;
  const person = { id: actor.id, isAdmin: may(actor, 'duplicates.rules') };
  return {
    takeover: row as Output<typeof contract.getTakeover>['takeover'],
    leadId,
    names,
    may: {
      decide: 'yes' in decideAnswer(request, person, dayOf(step.now, actor.org.zone)),
      withdraw: request.status === 'open' && request.requesterId === actor.id,
      open: (await visibleRecords(step, 'leads', [leadId])).has(leadId),
    },
  };
}

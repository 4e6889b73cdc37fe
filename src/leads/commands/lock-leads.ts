import type { Row } from '#kernel/changes.ts';
import { lockRows } from '#kernel/changes-many.ts';
import type { Step } from '#kernel/command.ts';
import { leadObject } from '../fields.ts';

/** Locks leads in id order for another slice, whose own rights have been checked; every catalogue value, by id. */
export function lockLeads(ids: readonly string[], step: Step): Promise<Map<string, Row>> {
  return lockRows(step, leadObject, ids);
}

import { sql } from 'kysely';
import { type Actor, definitionFor, may, rightsFor, visibleOwners } from '../access.ts';
import type { Tx } from '../db.ts';
import { objectNamed, visibleFields } from '../fields.ts';
import { visibleRecords } from '../records.ts';

/** A fact as screens hear of it: what happened to which record, never a value. */
export interface Notice {
  readonly position: number;
  readonly type: string;
  readonly object: string;
  readonly subjectId: string;
  readonly about: readonly string[];
  readonly actorId: string | null;
  readonly at: Date;
  readonly changedFields: readonly string[];
}

/** The facts behind a position, at most `size`. */
export async function noticesAfter(tx: Tx, orgId: string, after: number, size: number): Promise<Notice[]> {
  const { rows } = await sql<Notice>`
    select l.position, e.type, e.object, e.subject_id as "subjectId", e.about, e.actor_id as "actorId", e.at,
      coalesce((select array_agg(key) from jsonb_object_keys(nullif(e.changes, 'null')) as key), '{}') as "changedFields"
    from event_links l join events e on e.org_id = l.org_id and e.at = l.event_at and e.id = l.event_id
    where l.org_id = ${orgId}::uuid and l.position > ${after} order by l.position limit ${size}`.execute(tx);
  return rows;
}

/**
 * The notices this actor may hear of at this moment: the object by permission, the record by scope (one question
 * per object, none where he sees all of it), and of the changed fields only those that exist for him.
 */
export async function visibleNotices(tx: Tx, actor: Actor, notices: readonly Notice[]): Promise<Notice[]> {
  const heard: Notice[] = [];
  for (const [object, ofObject] of Map.groupBy(notices, (notice) => notice.object)) {
    const definition = objectNamed(object);
    if (!definition || !may(actor, `${object}.read`)) continue;
    const all = !definition.ownerColumn || visibleOwners(actor, object) === null;
    const ids = [...new Set(ofObject.map((notice) => notice.subjectId))];
    const seen = all ? null : await visibleRecords({ actor, tx }, object, ids);
    const own = definitionFor(actor, definition);
    const fields = new Set<string>();
    for (const field of visibleFields(own, rightsFor(actor, own)))
      fields.add(field.customKey ? `custom.${field.customKey}` : field.key);
    for (const notice of ofObject)
      if (!seen || seen.has(notice.subjectId))
        heard.push({ ...notice, changedFields: notice.changedFields.filter((key) => fields.has(key)) });
  }
  return heard.sort((a, b) => a.position - b.position);
}

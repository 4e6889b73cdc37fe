import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import localTables from '../../../db/local-tables.json' with { type: 'json' };
import { type ChainHead, verifyChain } from '../chain.ts';
import type { Check } from '../checks.ts';
import type { Tx } from '../db.ts';
import type { FileKey, FileStore } from '../files/store.ts';

export interface Offender {
  readonly id: string;
  readonly why: string;
}

/** A fact waits this long only when no chainer works. The margin is for one that is just starting. */
const outboxPatience = '5 minutes';

/** What the technical ground promises about its own tables, as queries. */
export const groundChecks: readonly Check[] = [
  {
    id: 'U1-rights',
    says: 'The app can add facts and read them, never change or remove them',
    offenders: sql`
      select t.name as id, 'the app role may ' || lower(p.right_name) || ' it' as why
      from unnest(array['events', 'event_links']) as t(name)
      cross join unnest(array['UPDATE', 'DELETE', 'TRUNCATE']) as p(right_name)
      where has_table_privilege('yingdan_app', t.name, p.right_name)`,
  },
  {
    id: 'U4',
    says: 'No fact waits long for its place in the chain',
    offenders: sql`
      select event_id::text as id, 'waits for its place in the chain' as why from outbox
      where org_id = yd_org()
        -- the first twelve digits of an id are the milliseconds at which it was announced
        and to_timestamp(('x0000' || translate(left(event_id::text, 13), '-', ''))::bit(64)::bigint / 1000.0)
          < now() - interval '${sql.raw(outboxPatience)}'`,
  },
  {
    id: 'U4-dead',
    says: 'No reaction has set a fact aside',
    offenders: sql`
      select reaction || ' at ' || position as id, 'failed ' || attempts || ' times: ' || left(error, 200) as why
      from reaction_failures where dead`,
  },
  {
    id: 'wall',
    says: 'Every table of an organisation stands behind row-level security',
    offenders: sql`
      select c.relname::text as id, 'has no wall between organisations' as why
      from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
        and c.relname <> all (${Object.keys(localTables)}::text[])
        and (not c.relrowsecurity or not exists (select from pg_policy p where p.polrelid = c.oid))`,
  },
];

/** U1: the whole chain of an organisation, recomputed, and held against the heads written down elsewhere. */
export async function brokenLinks(
  tx: Tx,
  orgId: string,
  anchors: readonly ChainHead[],
): Promise<readonly Offender[]> {
  return (await verifyChain(tx, orgId, anchors)).offenders;
}

/** L3: every file row has its bytes, of the right size; with `deep` they are read, and their hash must be right too. */
export async function lostFiles(tx: Tx, orgId: string, store: FileStore, deep: boolean): Promise<Offender[]> {
  const { rows } = await sql<{ id: string; size: number; sha256: Buffer }>`
    select id, size, sha256 from files where org_id = ${orgId}::uuid`.execute(tx);
  const offenders: Offender[] = [];
  for (const { id, size, sha256 } of rows) {
    const there = await store.sizeOf({ orgId, id });
    if (there === null) offenders.push({ id, why: 'its bytes are gone' });
    else if (there !== size) offenders.push({ id, why: `has ${there} bytes instead of ${size}` });
    else if (deep && !(await hashOf(store, { orgId, id })).equals(sha256))
      offenders.push({ id, why: 'its bytes have changed' });
  }
  return offenders;
}

async function hashOf(store: FileStore, key: FileKey): Promise<Buffer> {
  const hash = createHash('sha256');
  for await (const chunk of await store.get(key)) hash.update(chunk);
  return hash.digest();
}

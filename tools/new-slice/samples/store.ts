import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import { recordVisible } from '#kernel/records.ts';
import { notFound } from '#kernel/values/refusal.ts';
import type { Sample, SampleStatus } from './model.ts';

/** A sample with every stored value under its catalogue key. */
export type StoredSample = Sample & { readonly [key: string]: unknown };

/** Locks a sample the actor can see; 404 for any other. */
export async function lockSample({ tx, actor }: Step, id: string): Promise<StoredSample> {
  const found = await sql<StoredSample>`
    select t.id, t.version, t.name, t.status, t.owner_id as "ownerId", t.note, t.custom, t.created_at as "createdAt"
    from samples as t
    where t.id = ${id}::uuid and ${recordVisible(actor, 'samples')}
    for update of t`.execute(tx);
  const sample = found.rows[0];
  if (!sample) throw notFound();
  return sample;
}

/** Saves a new status under the lock; returns the new version. */
export async function saveStatus({ tx, actor }: Step, sample: Sample, status: SampleStatus): Promise<number> {
  const saved = await sql<{ version: number }>`
    update samples set status = ${status}, version = version + 1
    where org_id = ${actor.orgId}::uuid and id = ${sample.id}::uuid and status = ${sample.status}
    returning version`.execute(tx);
  const row = saved.rows[0];
  if (!row) throw notFound();
  return row.version;
}

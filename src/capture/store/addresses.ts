import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import type { Tx } from '#kernel/db.ts';

export interface Address {
  readonly orgId: string;
  readonly kind: 'form' | 'webhook';
  readonly targetId: string;
}

/** Whose form or web hook an address is. Asked before the organisation is known. */
export async function findAddress(tx: Tx, address: string): Promise<Address | null> {
  const found = await sql<Address>`
    select org_id as "orgId", kind, target_id as "targetId" from capture_addresses where address = ${address}`.execute(
    tx,
  );
  return found.rows[0] ?? null;
}

export async function insertAddress(
  { tx, actor }: Step,
  address: string,
  kind: Address['kind'],
  targetId: string,
): Promise<void> {
  await sql`
    insert into capture_addresses (address, org_id, kind, target_id)
    values (${address}, ${actor.orgId}::uuid, ${kind}, ${targetId}::uuid)`.execute(tx);
}

export async function removeAddress({ tx, actor }: Step, targetId: string): Promise<void> {
  await sql`
    delete from capture_addresses where org_id = ${actor.orgId}::uuid and target_id = ${targetId}::uuid`.execute(
    tx,
  );
}

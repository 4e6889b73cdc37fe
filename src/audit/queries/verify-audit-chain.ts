import { verifyChain } from '#kernel/chain.ts';
import type { Step } from '#kernel/command.ts';
import type { Output } from '#kernel/contract.ts';
import type * as contract from '../contract.ts';

/** Recomputes the organisation's whole chain: says where a fact was edited, removed, added or moved. */
export async function verifyAuditChain(
  _input: unknown,
  { actor, tx, now }: Step,
): Promise<Output<typeof contract.verifyAuditChain>> {
  const { head, offenders } = await verifyChain(tx, actor.orgId);
  return {
    intact: offenders.length === 0,
    facts: head.position,
    head: head.hash.toString('hex'),
    checkedAt: now.toISOString(),
    offenders: [...offenders],
  };
}

import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import { Refusal } from '#kernel/values/refusal.ts';
import type { LeadStatus } from '../model.ts';

const statusWords: Readonly<Record<LeadStatus, { zh: string; en: string }>> = {
  unassigned: { zh: '在公海', en: 'in the pool' },
  pending: { zh: '待跟进', en: 'new' },
  following: { zh: '跟进中', en: 'being followed' },
  converted: { zh: '已转化', en: 'converted' },
  invalid: { zh: '无效', en: 'invalid' },
};

/**
 * Runs the write of a lead against the two keys that may exist once, mobile and credit code. Who comes second is told
 * whose it is: the first character of its name, the owner, where it stands. The index decides, so fifty at once make one.
 */
export async function underHardKeys<T>(
  step: Step,
  keys: { readonly mobileKey?: string | null; readonly uscc?: string | null },
  write: () => Promise<T>,
): Promise<T> {
  if (!keys.mobileKey && !keys.uscc) return write();
  // A broken index ends the transaction: the question who won must be asked from before it.
  await sql`savepoint hard_keys`.execute(step.tx);
  try {
    const written = await write();
    await sql`release savepoint hard_keys`.execute(step.tx);
    return written;
  } catch (error) {
    if (!isHardKey(error)) throw error;
    await sql`rollback to savepoint hard_keys`.execute(step.tx);
    throw await refusalOfWinner(step, keys);
  }
}

function isHardKey(error: unknown): boolean {
  const { code, constraint } = error as { code?: string; constraint?: string };
  return code === '23505' && (constraint === 'leads_mobile' || constraint === 'leads_uscc');
}

/** Who has the key already, masked. */
export async function refusalOfWinner(
  { tx, actor }: Step,
  { mobileKey, uscc }: { readonly mobileKey?: string | null; readonly uscc?: string | null },
): Promise<Refusal> {
  const found = await sql<{ company: string; status: LeadStatus; owner: string | null; pool: string | null }>`
    select l.company, l.status, u.name as owner, p.name as pool from leads l
    left join users u on u.org_id = l.org_id and u.id = l.owner_id
    left join lead_pools p on p.org_id = l.org_id and p.id = l.pool_id
    where l.org_id = ${actor.orgId}::uuid and l.deleted_at is null
      and (l.mobile_key = ${mobileKey ?? null} or l.uscc = ${uscc ?? null}) limit 1`.execute(tx);
  const winner = found.rows[0];
  if (!winner) return new Refusal('rule', 'already_exists');
  const { zh, en } = statusWords[winner.status];
  const name = `${[...winner.company][0] ?? ''}**`;
  return new Refusal('rule', 'already_exists', {
    detail: {
      name,
      owner: winner.owner ?? winner.pool ?? '',
      status: winner.status,
      statusZh: zh,
      statusEn: en,
    },
  });
}

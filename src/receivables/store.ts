import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import { recordVisible } from '#kernel/records.ts';
import { newId } from '#kernel/values/id.ts';
import { notFound, Refusal } from '#kernel/values/refusal.ts';
import type { Allocation, Receipt, Receivable } from './model.ts';

export type StoredReceipt = Receipt & { readonly version: number; readonly ownerId: string };

const receiptColumns = sql`
  t.id, t.version, t.number, t.account_id as "accountId", t.payer, t.amount, t.allocated, t.reversed, t.reverses,
  t.currency, t.bank_date as "bankDate", t.memo, t.owner_id as "ownerId"`;

/** Locks a receipt the actor can see; 404 for any other. Always before its receivables: receipt first, then by id. */
export async function lockReceipt({ tx, actor }: Step, id: string): Promise<StoredReceipt> {
  const found = await sql<StoredReceipt>`
    select ${receiptColumns} from receipts as t
    where t.id = ${id}::uuid and ${recordVisible(actor, 'receipts')} for update of t`.execute(tx);
  const receipt = found.rows[0];
  if (!receipt) throw notFound();
  return receipt;
}

/** Locks receivables in the order of their ids, so that two allocations never wait for each other in a circle. */
export async function lockReceivables({ tx, actor }: Step, ids: readonly string[]): Promise<Receivable[]> {
  const found = await sql<Receivable>`
    select t.id, t.contract_id as "contractId", t.account_id as "accountId", t.name, t.amount, t.allocated,
      t.currency, t.due_on as "dueOn"
    from receivables as t
    where t.id = any(${ids}::uuid[]) and ${recordVisible(actor, 'receivables')}
    order by t.id for update of t`.execute(tx);
  if (found.rows.length < new Set(ids).size) throw notFound();
  return found.rows;
}

/** An allocation whose receipt the actor can see. It never changes, so it needs no lock; its receipt does. */
export async function loadAllocation({ tx, actor }: Step, id: string): Promise<Allocation> {
  const found = await sql<Allocation>`
    select a.id, a.receipt_id as "receiptId", a.receivable_id as "receivableId", a.amount, a.currency, a.reverses
    from allocations a join receipts t on t.org_id = a.org_id and t.id = a.receipt_id
    where a.org_id = ${actor.orgId}::uuid and a.id = ${id}::uuid and ${recordVisible(actor, 'receipts')}`.execute(
    tx,
  );
  const allocation = found.rows[0];
  if (!allocation) throw notFound();
  return allocation;
}

export async function isReversed({ tx, actor }: Step, allocationId: string): Promise<boolean> {
  const found = await sql`
    select 1 from allocations where org_id = ${actor.orgId}::uuid and reverses = ${allocationId}::uuid`.execute(
    tx,
  );
  return found.rows.length > 0;
}

export interface NewAllocation {
  readonly receiptId: string;
  readonly receivableId: string;
  readonly amount: string;
  readonly currency: string;
  readonly on: string;
  readonly reverses?: string;
  readonly reason?: string;
}

/**
 * Posts one use of money and keeps both sums. The guards are in these statements, the lowest writes: even without any
 * lock no receipt is used twice and no receivable is paid twice.
 */
export async function postAllocation(step: Step, one: NewAllocation): Promise<string> {
  const { tx, actor, now } = step;
  const id = newId();
  await sql`
    insert into allocations (org_id, id, receipt_id, receivable_id, amount, currency, allocated_on, reverses, reason,
      created_at, created_by)
    values (${actor.orgId}::uuid, ${id}::uuid, ${one.receiptId}::uuid, ${one.receivableId}::uuid, ${one.amount},
      ${one.currency}, ${one.on}, ${one.reverses ?? null}::uuid, ${one.reason ?? null}, ${now}, ${actor.id}::uuid)`.execute(
    tx,
  );
  const fromReceipt = await sql`
    update receipts set allocated = allocated + ${one.amount}::numeric, version = version + 1
    where org_id = ${actor.orgId}::uuid and id = ${one.receiptId}::uuid and currency = ${one.currency}
      and reverses is null and allocated + ${one.amount}::numeric between 0 and amount - reversed`.execute(
    tx,
  );
  if (fromReceipt.numAffectedRows !== 1n)
    throw new Refusal('rule', 'more_than_remaining', { detail: { remaining: '0.00' } });
  const toReceivable = await sql`
    update receivables set allocated = allocated + ${one.amount}::numeric, version = version + 1
    where org_id = ${actor.orgId}::uuid and id = ${one.receivableId}::uuid and currency = ${one.currency}
      and allocated + ${one.amount}::numeric between 0 and amount`.execute(tx);
  if (toReceivable.numAffectedRows !== 1n)
    throw new Refusal('rule', 'more_than_open', { detail: { name: '', open: '0.00' } });
  return id;
}

/** The next count of the year's receipts; the row lock makes two postings wait for each other. */
export async function takeNumber({ tx, actor }: Step, year: number): Promise<number> {
  const taken = await sql<{ last: number }>`
    insert into receipt_series as s (org_id, year, last) values (${actor.orgId}::uuid, ${year}, 1)
    on conflict (org_id, year) do update set last = s.last + 1
    returning last`.execute(tx);
  return taken.rows[0]?.last ?? 1;
}

/** Takes a receipt back: a negative receipt beside it, and nothing of the first one is left to use. */
export async function postReversal(
  { tx, actor, now }: Step,
  receipt: StoredReceipt,
  reversal: { id: string; number: string; on: string; reason: string },
): Promise<number> {
  await sql`
    insert into receipts (org_id, id, number, account_id, payer, amount, reverses, currency, bank_date, bank_account,
      reference, method, memo, reason, owner_id, created_at, created_by)
    select org_id, ${reversal.id}::uuid, ${reversal.number}, account_id, payer, -amount, id, currency, ${reversal.on},
      bank_account, reference, method, memo, ${reversal.reason}, owner_id, ${now}, ${actor.id}::uuid
    from receipts where org_id = ${actor.orgId}::uuid and id = ${receipt.id}::uuid`.execute(tx);
  const saved = await sql<{ version: number }>`
    update receipts set reversed = amount, version = version + 1
    where org_id = ${actor.orgId}::uuid and id = ${receipt.id}::uuid and allocated = 0 and reversed = 0 and amount > 0
    returning version`.execute(tx);
  const version = saved.rows[0]?.version;
  if (version === undefined) throw new Refusal('rule', 'already_reversed');
  return version;
}

export interface OpenedReceivable {
  readonly id: string;
  readonly name: string;
  readonly amount: string;
  readonly currency: string;
  readonly dueOn: string;
  readonly accountId: string;
}

/** Makes receivables of the plan of a contract that counts; those that exist already are left alone. */
export async function openFromPlan(
  { tx, actor, now }: Step,
  contractId: string,
): Promise<OpenedReceivable[]> {
  const plan = await sql<{ planLineId: string }>`
    select p.id as "planLineId" from contract_plan_lines p
    join contracts c on c.org_id = p.org_id and c.id = p.contract_id
    where p.org_id = ${actor.orgId}::uuid and p.contract_id = ${contractId}::uuid and c.status = 'active'
    order by p.position`.execute(tx);
  const ids = plan.rows.map(({ planLineId }) => ({ planLineId, id: newId() }));
  const opened = await sql<OpenedReceivable>`
    insert into receivables (org_id, id, contract_id, plan_line_id, account_id, position, name, amount, currency,
      due_on, owner_id, created_at, created_by)
    select p.org_id, r.id, c.id, p.id, c.account_id, p.position, p.name, p.amount, c.currency, p.due_on, c.owner_id,
      ${now}::timestamptz, ${actor.id}::uuid
    from jsonb_to_recordset(${JSON.stringify(ids)}::jsonb) as r(id uuid, "planLineId" uuid)
    join contract_plan_lines p on p.org_id = ${actor.orgId}::uuid and p.id = r."planLineId"
    join contracts c on c.org_id = p.org_id and c.id = p.contract_id
    on conflict (org_id, plan_line_id) do nothing
    returning id, name, amount, currency, due_on as "dueOn", account_id as "accountId"`.execute(tx);
  return opened.rows;
}

/** Brings the receivables of a contract to whoever owns it now; says to whom and how many moved. */
export async function followContract(
  { tx, actor }: Step,
  contractId: string,
): Promise<{ ownerId: string; accountId: string; moved: number } | undefined> {
  const found = await sql<{ ownerId: string; accountId: string }>`
    select owner_id as "ownerId", account_id as "accountId" from contracts
    where org_id = ${actor.orgId}::uuid and id = ${contractId}::uuid for share`.execute(tx);
  const contract = found.rows[0];
  if (!contract) return undefined;
  const moved = await sql`
    update receivables set owner_id = ${contract.ownerId}::uuid, version = version + 1
    where org_id = ${actor.orgId}::uuid and contract_id = ${contractId}::uuid and owner_id <> ${contract.ownerId}::uuid`.execute(
    tx,
  );
  return { ...contract, moved: Number(moved.numAffectedRows ?? 0n) };
}

/** Brings the receipts of a customer to whoever owns the account now. */
export async function followAccount({ tx, actor }: Step, accountId: string): Promise<void> {
  await sql`
    update receipts r set owner_id = a.owner_id, version = r.version + 1
    from accounts a
    where r.org_id = ${actor.orgId}::uuid and r.account_id = ${accountId}::uuid and a.org_id = r.org_id
      and a.id = r.account_id and r.owner_id <> a.owner_id`.execute(tx);
}

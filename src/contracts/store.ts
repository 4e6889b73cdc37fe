import { sql } from 'kysely';
import { visibleTo } from '#kernel/access.ts';
import type { Step } from '#kernel/command.ts';
import { recordVisible } from '#kernel/records.ts';
import { newId } from '#kernel/values/id.ts';
import { badInput, notFound } from '#kernel/values/refusal.ts';
import { requireOpportunity } from '#opportunities/public.ts';
import { contractObject } from './fields.ts';
import type { Contract, ContractLine, ContractStatus, PlanLine } from './model.ts';

/** A contract with every stored value under its catalogue key. */
export type StoredContract = Contract & { readonly [key: string]: unknown };

const columns = sql`
  t.id, t.version, t.number, t.name, t.account_id as "accountId", t.opportunity_id as "opportunityId", t.status,
  t.amount, t.currency, t.signed_on as "signedOn", t.starts_on as "startsOn", t.ends_on as "endsOn", t.note,
  t.owner_id as "ownerId", t.approval_id as "approvalId", t.custom, t.created_at as "createdAt"`;

/** Locks a contract the actor can see; 404 for any other. */
export async function lockContract({ tx, actor }: Step, id: string): Promise<StoredContract> {
  const found = await sql<StoredContract>`
    select ${columns} from contracts as t
    where t.id = ${id}::uuid and ${recordVisible(actor, 'contracts')} for update of t`.execute(tx);
  const contract = found.rows[0];
  if (!contract) throw notFound();
  return contract;
}

/** Locks the contract a verdict is about, whoever's it is; undefined when it is gone. */
export async function lockDecided({ tx, actor }: Step, id: string): Promise<StoredContract | undefined> {
  const found = await sql<StoredContract>`
    select ${columns} from contracts as t
    where t.org_id = ${actor.orgId}::uuid and t.id = ${id}::uuid for update of t`.execute(tx);
  return found.rows[0];
}

/** Locks a deleted contract within the actor's scope, for restoring it. */
export async function lockDeletedContract({ tx, actor }: Step, id: string): Promise<StoredContract> {
  const scope = visibleTo(actor, { ...contractObject, softDelete: false });
  const found = await sql<StoredContract>`
    select ${columns} from contracts as t
    where t.id = ${id}::uuid and t.deleted_at is not null and ${scope} for update of t`.execute(tx);
  const contract = found.rows[0];
  if (!contract) throw notFound();
  return contract;
}

export async function loadLines({ tx, actor }: Step, contractId: string): Promise<ContractLine[]> {
  const found = await sql<ContractLine>`
    select position, product, unit, quantity, price, discount_percent as "discountPercent", amount
    from contract_lines where org_id = ${actor.orgId}::uuid and contract_id = ${contractId}::uuid
    order by position`.execute(tx);
  return found.rows;
}

export async function loadPlan({ tx, actor }: Step, contractId: string): Promise<PlanLine[]> {
  const found = await sql<PlanLine>`
    select position, name, ratio, amount, due_on as "dueOn" from contract_plan_lines
    where org_id = ${actor.orgId}::uuid and contract_id = ${contractId}::uuid order by position`.execute(tx);
  return found.rows;
}

/** Replaces the lines of a draft. */
export async function saveLines(
  { tx, actor }: Step,
  contractId: string,
  lines: readonly ContractLine[],
): Promise<void> {
  await sql`
    delete from contract_lines where org_id = ${actor.orgId}::uuid and contract_id = ${contractId}::uuid`.execute(
    tx,
  );
  await sql`
    insert into contract_lines (org_id, contract_id, position, product, unit, quantity, price, discount_percent, amount)
    select ${actor.orgId}::uuid, ${contractId}::uuid, r.position, r.product, r.unit, r.quantity, r.price,
      r."discountPercent", r.amount
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as r(position integer, product text, unit text,
      quantity numeric, price numeric, "discountPercent" numeric, amount numeric)`.execute(tx);
}

/** Replaces the collection plan of a draft. */
export async function savePlan(
  { tx, actor }: Step,
  contractId: string,
  plan: readonly PlanLine[],
): Promise<void> {
  const rows = plan.map((line) => ({ ...line, id: newId() }));
  await sql`
    delete from contract_plan_lines
    where org_id = ${actor.orgId}::uuid and contract_id = ${contractId}::uuid`.execute(tx);
  await sql`
    insert into contract_plan_lines (org_id, id, contract_id, position, name, ratio, amount, due_on)
    select ${actor.orgId}::uuid, r.id, ${contractId}::uuid, r.position, r.name, r.ratio, r.amount, r."dueOn"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, position integer, name text, ratio numeric,
      amount numeric, "dueOn" date)`.execute(tx);
}

/** The next count of the year's series. The row lock makes two submissions wait for each other; gaps are allowed, repeats are not. */
export async function takeNumber({ tx, actor }: Step, year: number): Promise<number> {
  const taken = await sql<{ last: number }>`
    insert into contract_series as s (org_id, year, last) values (${actor.orgId}::uuid, ${year}, 1)
    on conflict (org_id, year) do update set last = s.last + 1
    returning last`.execute(tx);
  return taken.rows[0]?.last ?? 1;
}

/** Fingerprint of everything that is approved, made by the database from the stored rows. */
export async function contentHashOf({ tx, actor }: Step, contractId: string): Promise<string> {
  const found = await sql<{ hash: string }>`
    select yd_contract_hash(c.org_id, c.id) as hash from contracts c
    where c.org_id = ${actor.orgId}::uuid and c.id = ${contractId}::uuid`.execute(tx);
  return found.rows[0]?.hash ?? '';
}

/** What the customer has signed with us so far, for the approver. */
export async function sumSigned(
  { tx, actor }: Step,
  accountId: string,
  currency: string,
): Promise<{ contracts: number; contracted: string }> {
  const found = await sql<{ contracts: number; contracted: string }>`
    select count(*) as contracts, coalesce(sum(amount), 0)::numeric(18,2) as contracted from contracts
    where org_id = ${actor.orgId}::uuid and account_id = ${accountId}::uuid and status = 'active'
      and currency = ${currency}`.execute(tx);
  return found.rows[0] ?? { contracts: 0, contracted: '0.00' };
}

export async function loadAccountName({ tx, actor }: Step, accountId: string): Promise<string> {
  const found = await sql<{ name: string }>`
    select name from accounts where org_id = ${actor.orgId}::uuid and id = ${accountId}::uuid`.execute(tx);
  return found.rows[0]?.name ?? '';
}

/** Moves a contract to another state with whatever else changes; the version guard is in the statement. */
export async function saveStatus(
  { tx, actor }: Step,
  contract: Contract,
  status: ContractStatus,
  more: Readonly<Record<string, unknown>> = {},
): Promise<number> {
  const sets = Object.entries(more).map(([column, value]) => sql`, ${sql.ref(column)} = ${value}`);
  const saved = await sql<{ version: number }>`
    update contracts set status = ${status}, version = version + 1 ${sql.join(sets, sql``)}
    where org_id = ${actor.orgId}::uuid and id = ${contract.id}::uuid and version = ${contract.version}
      and status = ${contract.status}
    returning version`.execute(tx);
  const version = saved.rows[0]?.version;
  if (version === undefined) throw notFound();
  return version;
}

/** The person a contract may be given to: an active user of this organisation. Refuses (422) anybody else. */
export async function loadNewOwner({ tx, actor }: Step, userId: string): Promise<void> {
  const found = await sql`
    select 1 from users where org_id = ${actor.orgId}::uuid and id = ${userId}::uuid and status = 'active'`.execute(
    tx,
  );
  if (found.rows.length === 0) throw badInput([{ field: 'ownerId', code: 'unknown_reference' }]);
}

/** Gives everything a person owns, the bin included, to his successor; returns the contracts that moved. */
export async function saveSuccessor({ tx, actor }: Step, from: string, to: string): Promise<string[]> {
  const moved = await sql<{ id: string }>`
    update contracts set owner_id = ${to}::uuid, version = version + 1
    where org_id = ${actor.orgId}::uuid and owner_id = ${from}::uuid returning id`.execute(tx);
  return moved.rows.map((row) => row.id);
}

/** Refuses (422) an opportunity of another customer, 404 one that the actor does not see. */
export async function requireDealOf(accountId: string, opportunityId: unknown, step: Step): Promise<void> {
  if (typeof opportunityId !== 'string') return;
  const deal = await requireOpportunity(opportunityId, step);
  if (deal.accountId !== accountId) throw badInput([{ field: 'opportunityId', code: 'other_account' }]);
}

import { sql } from 'kysely';
import type { Check } from '#kernel/checks.ts';

export const checks: readonly Check[] = [
  {
    id: 'M1',
    says: 'what is allocated of a receipt is the sum of its allocations, and not more than came in',
    offenders: sql`
      select r.id, 'allocated ' || r.allocated || ', rows ' || coalesce(a.total, 0) || ', amount ' || r.amount as why
      from receipts r
      left join (select org_id, receipt_id, sum(amount) as total from allocations group by 1, 2) a
        on a.org_id = r.org_id and a.receipt_id = r.id
      where r.allocated <> coalesce(a.total, 0) or (r.amount > 0 and r.allocated + r.reversed > r.amount)`,
  },
  {
    id: 'M2',
    says: 'what was paid on a receivable is the sum of its allocations, and not more than is owed',
    offenders: sql`
      select v.id, 'allocated ' || v.allocated || ', rows ' || coalesce(a.total, 0) || ', amount ' || v.amount as why
      from receivables v
      left join (select org_id, receivable_id, sum(amount) as total from allocations group by 1, 2) a
        on a.org_id = v.org_id and a.receivable_id = v.id
      where v.allocated <> coalesce(a.total, 0) or v.allocated > v.amount or v.allocated < 0`,
  },
  {
    id: 'M3',
    says: 'what is owed on an active contract is its amount',
    offenders: sql`
      select c.id, 'amount ' || c.amount || ', receivables ' || coalesce(v.total, 0) as why
      from contracts c
      left join (select org_id, contract_id, sum(amount) as total from receivables group by 1, 2) v
        on v.org_id = c.org_id and v.contract_id = c.id
      where c.status = 'active' and c.amount <> coalesce(v.total, 0)`,
  },
  {
    id: 'M5',
    says: 'money is used in its own currency, for its own customer',
    offenders: sql`
      select a.id, a.currency || ' of ' || r.currency || ' for ' || v.currency as why
      from allocations a
      join receipts r on r.org_id = a.org_id and r.id = a.receipt_id
      join receivables v on v.org_id = a.org_id and v.id = a.receivable_id
      where a.currency <> r.currency or a.currency <> v.currency or r.account_id <> v.account_id`,
  },
  {
    id: 'M7',
    says: 'a reversal takes back exactly one posted row, whole and once',
    offenders: sql`
      select a.id, 'reversal of ' || a.amount || ' for ' || o.amount as why
      from allocations a join allocations o on o.org_id = a.org_id and o.id = a.reverses
      where a.amount <> -o.amount or o.reverses is not null or a.receipt_id <> o.receipt_id
        or a.receivable_id <> o.receivable_id or a.currency <> o.currency
      union all
      select r.id, 'reversal of ' || r.amount || ' for ' || o.amount || ', marked ' || o.reversed
      from receipts r join receipts o on o.org_id = r.org_id and o.id = r.reverses
      where r.amount <> -o.amount or o.reverses is not null or o.reversed <> o.amount or o.allocated <> 0
        or r.account_id <> o.account_id or r.currency <> o.currency
      union all
      select o.id, 'marked as reversed without a reversal' from receipts o
      where o.reversed <> 0 and not exists (select 1 from receipts r where r.org_id = o.org_id and r.reverses = o.id)`,
  },
  {
    id: 'M9',
    says: 'one line of a bank statement is posted once',
    offenders: sql`
      select min(id::text)::uuid as id, count(*) || ' live receipts with reference ' || reference as why
      from receipts where reference is not null and reverses is null and reversed = 0
      group by org_id, bank_account, reference having count(*) > 1`,
  },
  {
    id: 'M11.receipts',
    says: 'receipt numbers come from the series, each once',
    offenders: sql`
      select r.id, 'number ' || r.number || ' is beyond the series' as why
      from receipts r
      left join receipt_series s on s.org_id = r.org_id and s.year = split_part(r.number, '-', 2)::integer
      where split_part(r.number, '-', 3)::integer > coalesce(s.last, 0)`,
  },
  {
    id: 'M16',
    says: 'nothing is owed on a contract that does not count',
    offenders: sql`
      select v.id, 'contract is ' || c.status as why
      from receivables v join contracts c on c.org_id = v.org_id and c.id = v.contract_id
      where c.status <> 'active' or c.deleted_at is not null`,
  },
  {
    id: 'T3.owners',
    says: 'receivables belong to the owner of their contract, receipts to the owner of their account',
    offenders: sql`
      select v.id, 'owner differs from the contract' as why
      from receivables v join contracts c on c.org_id = v.org_id and c.id = v.contract_id
      where v.owner_id <> c.owner_id
      union all
      select r.id, 'owner differs from the account'
      from receipts r join accounts a on a.org_id = r.org_id and a.id = r.account_id
      where r.owner_id <> a.owner_id`,
  },
];

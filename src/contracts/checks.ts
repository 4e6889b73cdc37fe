import { sql } from 'kysely';
import type { Check } from '#kernel/checks.ts';

export const checks: readonly Check[] = [
  {
    id: 'M6',
    says: 'the amount of a contract is the sum of its lines, and each line is what its price says',
    offenders: sql`
      select c.id, 'amount ' || c.amount || ', lines ' || coalesce(l.total, 0) || ', repriced ' || coalesce(l.again, 0) as why
      from contracts c
      left join (select org_id, contract_id, sum(amount) as total,
          sum(round(quantity * price * (100 - discount_percent) / 100, 2)) as again
        from contract_lines group by 1, 2) l on l.org_id = c.org_id and l.contract_id = c.id
      where c.amount <> coalesce(l.total, 0) or coalesce(l.total, 0) <> coalesce(l.again, 0)`,
  },
  {
    id: 'M3.plan',
    says: 'the plan of a contract that is approved or being approved adds up to its amount',
    offenders: sql`
      select c.id, 'amount ' || c.amount || ', plan ' || coalesce(p.total, 0) as why
      from contracts c
      left join (select org_id, contract_id, sum(amount) as total from contract_plan_lines group by 1, 2) p
        on p.org_id = c.org_id and p.contract_id = c.id
      where c.status in ('inApproval', 'active') and c.amount <> coalesce(p.total, 0)`,
  },
  {
    id: 'M11.contracts',
    says: 'contract numbers come from the series, each once',
    offenders: sql`
      select c.id, 'number ' || c.number || ' is beyond the series' as why
      from contracts c
      left join contract_series s on s.org_id = c.org_id and s.year = split_part(c.number, '-', 2)::integer
      where c.number is not null and split_part(c.number, '-', 3)::integer > coalesce(s.last, 0)
      union all
      select c.id, 'submitted without a number' from contracts c
      where c.number is null and c.status in ('inApproval', 'active')`,
  },
  {
    id: 'M12',
    says: 'what counts is what the approver saw',
    offenders: sql`
      select c.id, 'content differs from the approved one' as why from contracts c
      left join approvals a on a.org_id = c.org_id and a.id = c.approval_id
      where c.status = 'active' and (c.approved_hash is distinct from yd_contract_hash(c.org_id, c.id)
        or a.status is distinct from 'approved' or a.snapshot ->> 'contentHash' is distinct from c.approved_hash)`,
  },
];

import { type RawBuilder, sql } from 'kysely';
import { type Actor, may } from '#kernel/access.ts';
import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import type { ListSource } from '#kernel/lists/source.ts';
import { readRow } from '#kernel/read-row.ts';
import type * as contract from './contract.ts';
import { contractObject } from './fields.ts';
import type { ContractStatus } from './model.ts';

/** Whoever decides about a contract sees it, also outside his own teams. */
export function approvesIt(actor: Actor): RawBuilder<unknown> {
  // Asked contract by contract: who decides for a large team has tens of thousands of approvals to his name.
  return sql`(select true from approvals a where a.org_id = t.org_id and a.subject_object = 'contracts'
    and a.subject_id = t.id and a.approver_id = ${actor.id}::uuid limit 1)`;
}

export const contractSource: ListSource = { definition: contractObject, also: approvesIt };

type Whole = Output<typeof contract.getContract>;

/** One contract with its lines, its plan and what this person may do to it. */
export async function getContract({ id }: Input<typeof contract.getContract>, step: Step): Promise<Whole> {
  const { row, names } = await readRow(contractObject, id, step);
  const { actor, tx } = step;
  const found = await sql<Pick<Whole, 'lines' | 'plan' | 'approvalId'>>`
    select c.approval_id as "approvalId",
      coalesce((select jsonb_agg(jsonb_build_object('position', l.position, 'product', l.product, 'unit', l.unit,
          'quantity', l.quantity::text, 'price', l.price::text, 'discountPercent', l.discount_percent::text,
          'amount', l.amount::text) order by l.position)
        from contract_lines l where l.org_id = c.org_id and l.contract_id = c.id), '[]') as lines,
      coalesce((select jsonb_agg(jsonb_build_object('position', p.position, 'name', p.name, 'ratio', p.ratio::text,
          'amount', p.amount::text, 'dueOn', p.due_on) order by p.position)
        from contract_plan_lines p where p.org_id = c.org_id and p.contract_id = c.id), '[]') as plan
    from contracts c where c.org_id = ${actor.orgId}::uuid and c.id = ${id}::uuid`.execute(tx);
  const content = found.rows[0] ?? { lines: [], plan: [], approvalId: null };
  const status = row.status as ContractStatus;
  const draft = status === 'draft';
  return {
    contract: row as Whole['contract'],
    ...content,
    names,
    may: {
      edit: draft && may(actor, 'contracts.update'),
      submit: draft && may(actor, 'contracts.submit'),
      void: draft && may(actor, 'contracts.update'),
      assign: may(actor, 'contracts.assign'),
      delete: (draft || status === 'void') && may(actor, 'contracts.delete'),
    },
  };
}

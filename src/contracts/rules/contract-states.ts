import { compareMoney, isPositiveMoney, subtractMoney } from '#kernel/values/money.ts';
import { type Decision, no, yes } from '#kernel/values/refusal.ts';
import type { ContractStatus, PlanLine } from '../model.ts';
import { planTotal } from './planning.ts';

/** The one transition table: server, automation and screens read it alike. */
export const contractMoves: Readonly<Record<ContractStatus, readonly ContractStatus[]>> = {
  draft: ['inApproval', 'void'],
  inApproval: ['draft', 'active'],
  active: [],
  void: [],
};

/** Decides whether a contract may go from one state to another. */
export function decideMove(
  from: ContractStatus,
  to: ContractStatus,
): Decision<ContractStatus, 'wrong_state' | 'in_approval'> {
  if (contractMoves[from].includes(to)) return yes(to);
  return from === 'inApproval' ? no('in_approval') : no('wrong_state', { from, to });
}

/** Only a draft is edited: what an approver looks at, and what was agreed, stays as it is. */
export function decideEdit(status: ContractStatus): Decision<true, 'wrong_state' | 'in_approval'> {
  if (status === 'draft') return yes(true);
  return status === 'inApproval' ? no('in_approval') : no('wrong_state', { from: status });
}

/** Drafts and void contracts may go to the bin; the number of the latter stays used. */
export function decideDelete(status: ContractStatus): Decision<true, 'wrong_state' | 'in_approval'> {
  return status === 'void' ? yes(true) : decideEdit(status);
}

export type SubmitRefusal =
  | 'wrong_state'
  | 'in_approval'
  | 'no_lines'
  | 'no_amount'
  | 'no_plan'
  | 'plan_line_empty'
  | 'plan_not_equal';

/** Decides whether a contract is whole enough to be approved: lines, an amount, and a plan that equals it to the cent. */
export function decideSubmit(contract: {
  readonly status: ContractStatus;
  readonly amount: string;
  readonly lineCount: number;
  readonly plan: readonly Pick<PlanLine, 'name' | 'amount'>[];
}): Decision<ContractStatus, SubmitRefusal> {
  const move = decideMove(contract.status, 'inApproval');
  if ('no' in move) return move;
  if (contract.lineCount === 0) return no('no_lines');
  if (!isPositiveMoney(contract.amount)) return no('no_amount');
  if (contract.plan.length === 0) return no('no_plan');
  const empty = contract.plan.find((line) => !isPositiveMoney(line.amount));
  if (empty) return no('plan_line_empty', { name: empty.name });
  const plan = planTotal(contract.plan);
  if (compareMoney(plan, contract.amount) !== 0) {
    const difference = subtractMoney(plan, contract.amount);
    return no('plan_not_equal', { plan, amount: contract.amount, difference });
  }
  return yes('inApproval');
}

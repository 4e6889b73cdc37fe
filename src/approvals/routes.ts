import { serve } from '#kernel/http.ts';
import { serveList } from '#kernel/lists.ts';
import { decideApproval } from './commands/decide-approval.ts';
import { withdrawApproval } from './commands/withdraw-approval.ts';
import * as contract from './contract.ts';
import { approvalSource, getApproval, listApprovalsOf } from './queries.ts';

export const routes = [
  ...serveList(contract.approvalList, approvalSource),
  serve(contract.getApproval, getApproval),
  serve(contract.listApprovalsOf, listApprovalsOf),
  serve(contract.approve, (input, step) => decideApproval({ ...input, verdict: 'approved' }, step)),
  serve(contract.reject, (input, step) => decideApproval({ ...input, verdict: 'rejected' }, step)),
  serve(contract.withdrawApproval, withdrawApproval),
];

export { decideApproval } from './commands/decide-approval.ts';
export { type ApprovalRequest, startApproval } from './commands/start-approval.ts';
export type { ApprovalFact, ApprovalSnapshot } from './model.ts';

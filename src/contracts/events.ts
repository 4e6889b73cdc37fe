import { fact } from '#kernel/outbox.ts';

export const contractCreated = fact<{ name: string; accountId: string; ownerId: string; amount: string }>(
  'contract.created',
  'contracts',
);
export const contractUpdated = fact('contract.updated', 'contracts');
export const contractSubmitted = fact<{ number: string; approvalId: string; approverId: string }>(
  'contract.submitted',
  'contracts',
);
/** The contract counts from now on: its plan becomes receivables, its amount counts for the targets. */
export const contractActivated = fact<{
  contractId: string;
  number: string;
  accountId: string;
  opportunityId: string | null;
  ownerId: string;
  amount: string;
  currency: string;
  signedOn: string;
}>('contract.activated', 'contracts');
/** Back to draft: rejected by the approver, or withdrawn by who asked. */
export const contractReturned = fact<{
  because: 'rejected' | 'withdrawn' | 'changed';
  comment: string | null;
}>('contract.returned', 'contracts');
export const contractVoided = fact<{ reason: string }>('contract.voided', 'contracts');
/** Whoever keeps rows that follow the contract moves them to the new owner. */
export const contractTransferred = fact<{ ownerId: string; previousOwnerId: string }>(
  'contract.transferred',
  'contracts',
);
export const contractDeleted = fact('contract.deleted', 'contracts');
export const contractRestored = fact('contract.restored', 'contracts');

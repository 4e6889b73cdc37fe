import { approvalDecided, approvalWithdrawn } from '#approvals/events.ts';
import { userDisabled } from '#identity/events.ts';
import { on } from '#kernel/outbox.ts';
import { handOverContracts } from './commands/hand-over-contracts.ts';
import { settleContract } from './commands/settle-contract.ts';

export const reactions = [
  on('contracts.settle', approvalDecided, async ({ subjectId, data }, step) => {
    if (data.subjectObject !== 'contracts') return;
    const { verdict, comment, contentHash } = data;
    await settleContract(
      { contractId: data.subjectId, approvalId: subjectId, outcome: verdict, comment, contentHash },
      step,
    );
  }),
  on('contracts.withdrawn', approvalWithdrawn, async ({ subjectId, data }, step) => {
    if (data.subjectObject !== 'contracts') return;
    await settleContract(
      {
        ...{ contractId: data.subjectId, approvalId: subjectId, outcome: 'withdrawn' },
        ...{ comment: null, contentHash: null },
      },
      step,
    );
  }),
  on('contracts.hand-over', userDisabled, (fact, step) =>
    handOverContracts({ from: fact.subjectId, to: fact.data.successorId }, step),
  ),
];

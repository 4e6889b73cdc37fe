import { accountTransferred } from '#accounts/events.ts';
import { contractActivated, contractTransferred } from '#contracts/events.ts';
import { on } from '#kernel/outbox.ts';
import { followAccountOwner } from './commands/follow-account-owner.ts';
import { followContractOwner } from './commands/follow-contract-owner.ts';
import { openReceivables } from './commands/open-receivables.ts';

export const reactions = [
  on('receivables.open', contractActivated, ({ data }, step) =>
    openReceivables({ contractId: data.contractId }, step),
  ),
  on('receivables.contract-owner', contractTransferred, ({ subjectId }, step) =>
    followContractOwner({ contractId: subjectId }, step),
  ),
  on('receivables.account-owner', accountTransferred, ({ subjectId }, step) =>
    followAccountOwner({ accountId: subjectId }, step),
  ),
];

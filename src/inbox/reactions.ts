import { accountTransferred } from '#accounts/events.ts';
import {
  approvalDecided,
  approvalReassigned,
  approvalStarted,
  approvalWithdrawn,
} from '#approvals/events.ts';
import { contractActivated, contractTransferred } from '#contracts/events.ts';
import { type Fact, on } from '#kernel/outbox.ts';
import { leadAssigned } from '#leads/events.ts';
import { opportunityTransferred } from '#opportunities/events.ts';
import { receivableAllocated } from '#receivables/events.ts';
import { importEnded } from '#transfer/events.ts';
import { forgetQuestion } from './commands/forget-question.ts';
import { tellApprover } from './commands/tell-approver.ts';
import { tellFinance } from './commands/tell-finance.ts';
import { tellImporter } from './commands/tell-importer.ts';
import { tellMoneyReceived } from './commands/tell-money-received.ts';
import { tellNewOwner } from './commands/tell-new-owner.ts';
import { tellVerdict } from './commands/tell-verdict.ts';
import type { NewsSource } from './model.ts';

const newsOf = ({ id, at, source, actorId }: Fact<unknown>): NewsSource => ({
  factId: id,
  at,
  source,
  actorId,
});

export const reactions = [
  on('inbox.approver', [approvalStarted, approvalReassigned], (fact, step) =>
    tellApprover({ ...fact.data, approvalId: fact.subjectId }, newsOf(fact), step),
  ),
  on('inbox.verdict', approvalDecided, (fact, step) =>
    tellVerdict({ ...fact.data, approvalId: fact.subjectId }, newsOf(fact), step),
  ),
  on('inbox.withdrawn', approvalWithdrawn, (fact, step) => forgetQuestion(fact.subjectId, step)),
  on('inbox.lead-assigned', leadAssigned, (fact, step) =>
    tellNewOwner(
      { object: 'leads', recordId: fact.subjectId, ownerId: fact.data.ownerId },
      newsOf(fact),
      step,
    ),
  ),
  ...[
    { name: 'inbox.account-transferred', type: accountTransferred },
    { name: 'inbox.opportunity-transferred', type: opportunityTransferred },
    { name: 'inbox.contract-transferred', type: contractTransferred },
  ].map(({ name, type }) =>
    on<{ ownerId: string }>(name, type, (fact, step) =>
      tellNewOwner(
        { object: type.object, recordId: fact.subjectId, ownerId: fact.data.ownerId },
        newsOf(fact),
        step,
      ),
    ),
  ),
  on('inbox.money-received', receivableAllocated, (fact, step) =>
    tellMoneyReceived(fact.data, newsOf(fact), step),
  ),
  on('inbox.import-ended', importEnded, (fact, step) =>
    tellImporter({ ...fact.data, importId: fact.subjectId }, newsOf(fact), step),
  ),
  on('inbox.contract-activated', contractActivated, (fact, step) =>
    tellFinance(fact.data, newsOf(fact), step),
  ),
];

import { accountDeleted, accountTransferred } from '#accounts/events.ts';
import { userDisabled } from '#identity/events.ts';
import { on } from '#kernel/outbox.ts';
import { leadAssigned, leadClaimed, leadDeleted, leadInvalidated, leadReleased } from '#leads/events.ts';
import { opportunityClosed, opportunityDeleted, opportunityTransferred } from '#opportunities/events.ts';
import { followOwner } from './commands/follow-owner.ts';
import { handOverPlans } from './commands/hand-over-plans.ts';

export const reactions = [
  on('activities.accounts-move', accountTransferred, (fact, step) =>
    followOwner({ subjectId: fact.subjectId, ownerId: fact.data.ownerId }, step),
  ),
  on('activities.leads-move', leadClaimed, (fact, step) =>
    followOwner({ subjectId: fact.subjectId, ownerId: fact.data.ownerId }, step),
  ),
  on('activities.leads-given', [leadAssigned, leadReleased], (fact, step) =>
    followOwner({ subjectId: fact.subjectId, ownerId: fact.data.ownerId }, step),
  ),
  on('activities.deals-move', opportunityTransferred, (fact, step) =>
    followOwner({ subjectId: fact.subjectId, ownerId: fact.data.ownerId }, step),
  ),
  on('activities.deals-closed', opportunityClosed, (fact, step) =>
    followOwner({ subjectId: fact.subjectId, ownerId: null }, step),
  ),
  on('activities.leads-invalid', leadInvalidated, (fact, step) =>
    followOwner({ subjectId: fact.subjectId, ownerId: null }, step),
  ),
  on('activities.deleted', [accountDeleted, leadDeleted, opportunityDeleted], (fact, step) =>
    followOwner({ subjectId: fact.subjectId, ownerId: null }, step),
  ),
  on('activities.hand-over', userDisabled, (fact, step) =>
    handOverPlans({ from: fact.subjectId, to: fact.data.successorId }, step),
  ),
];

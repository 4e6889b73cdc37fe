import { userDisabled } from '#identity/events.ts';
import { on } from '#kernel/outbox.ts';
import { handOverApprovals } from './commands/hand-over-approvals.ts';

export const reactions = [
  on('approvals.hand-over', userDisabled, (fact, step) => handOverApprovals({ from: fact.subjectId }, step)),
];

import { userDisabled } from '#identity/events.ts';
import { on } from '#kernel/outbox.ts';
import { handOverViews } from './commands/hand-over-views.ts';

export const reactions = [
  on('views.hand-over', userDisabled, (fact, step) =>
    handOverViews({ from: fact.subjectId, to: fact.data.successorId }, step),
  ),
];

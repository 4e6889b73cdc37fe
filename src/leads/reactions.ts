import { activityLogged, nextContactPlanned } from '#activities/events.ts';
import { orgCreated, userDisabled } from '#identity/events.ts';
import { on } from '#kernel/outbox.ts';
import { handOverLeads } from './commands/hand-over-leads.ts';
import { noteFollowUp, noteNextContact } from './commands/note-follow-up.ts';
import { openFirstPool } from './commands/open-first-pool.ts';

export const reactions = [
  on('leads.first-pool', orgCreated, async (_fact, step) => void (await openFirstPool(step))),
  on('leads.follow-up', activityLogged, (fact, step) => noteFollowUp(fact.data, step)),
  on('leads.next-contact', nextContactPlanned, (fact, step) => noteNextContact(fact.data, step)),
  on('leads.hand-over', userDisabled, (fact, step) =>
    handOverLeads({ from: fact.subjectId, to: fact.data.successorId }, step),
  ),
];

import { activityLogged, nextContactPlanned } from '#activities/events.ts';
import { orgCreated, userDisabled } from '#identity/events.ts';
import { on, onTogether } from '#kernel/outbox.ts';
import { handOverLeads } from './commands/hand-over-leads.ts';
import { noteFollowUps, noteNextContact, noteTouched } from './commands/note-follow-ups.ts';
import { openFirstPool } from './commands/open-first-pool.ts';
import { leadTouched } from './events.ts';

export const reactions = [
  on('leads.first-pool', orgCreated, async (_fact, step) => void (await openFirstPool(step))),
  onTogether('leads.follow-up', activityLogged, (facts, step) =>
    noteFollowUps(
      facts.map(({ data }) => data),
      step,
    ),
  ),
  on('leads.next-contact', nextContactPlanned, (fact, step) => noteNextContact(fact.data, step)),
  onTogether('leads.touched', leadTouched, (facts, step) =>
    noteTouched(
      facts.map(({ subjectId }) => subjectId),
      step,
    ),
  ),
  on('leads.hand-over', userDisabled, (fact, step) =>
    handOverLeads({ from: fact.subjectId, to: fact.data.successorId }, step),
  ),
];

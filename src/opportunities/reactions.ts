import { accountTransferred } from '#accounts/events.ts';
import { activityLogged, nextContactPlanned } from '#activities/events.ts';
import { orgCreated, userDisabled } from '#identity/events.ts';
import { on, onTogether } from '#kernel/outbox.ts';
import { handOverOpportunities } from './commands/hand-over-opportunities.ts';
import { noteContacted, noteNextContact } from './commands/note-contacted.ts';
import { startPipeline } from './commands/start-pipeline.ts';

export const reactions = [
  on('opportunities.pipeline', orgCreated, startPipeline),
  onTogether('opportunities.contacted', activityLogged, (facts, step) =>
    noteContacted(
      facts.map(({ about, data }) => ({ ...data, about })),
      step,
    ),
  ),
  on('opportunities.next-contact', nextContactPlanned, (fact, step) => noteNextContact(fact.data, step)),
  on('opportunities.account-moved', accountTransferred, async (fact, step) => {
    if (!fact.data.opportunities) return;
    await handOverOpportunities(
      { from: fact.data.previousOwnerId, to: fact.data.ownerId, accountId: fact.subjectId },
      step,
    );
  }),
  on('opportunities.hand-over', userDisabled, (fact, step) =>
    handOverOpportunities({ from: fact.subjectId, to: fact.data.successorId, accountId: null }, step),
  ),
];

import { activityLogged, nextContactPlanned } from '#activities/events.ts';
import { userDisabled } from '#identity/events.ts';
import { on, onTogether } from '#kernel/outbox.ts';
import { handOverAccounts } from './commands/hand-over-accounts.ts';
import { noteContacted, noteNextContact } from './commands/note-contacted.ts';

export const reactions = [
  onTogether('accounts.contacted', activityLogged, (facts, step) =>
    noteContacted(
      facts.map(({ about, data }) => ({ ...data, about })),
      step,
    ),
  ),
  on('accounts.next-contact', nextContactPlanned, (fact, step) => noteNextContact(fact.data, step)),
  on('accounts.hand-over', userDisabled, (fact, step) =>
    handOverAccounts({ from: fact.subjectId, to: fact.data.successorId }, step),
  ),
];

import { enqueue } from '#kernel/jobs.ts';
import { type FactType, on, onMany } from '#kernel/outbox.ts';
import { gradeLeads, regradeLeads } from './commands/grade-leads.ts';
import { modelTrained, rulesSaved, sourceChosen } from './events.ts';

export const gradeReaction = 'scoring.grade';
const concerns = (object: string) => object === 'leads' || object === 'activities';

export const reactions = [
  onMany(gradeReaction, concerns, gradeLeads),
  on(
    'scoring.regrade',
    [rulesSaved, sourceChosen, modelTrained] as readonly FactType<object>[],
    async (_fact, step) => {
      await enqueue(step, regradeLeads, {}, { singletonKey: 'regrade' });
    },
  ),
];

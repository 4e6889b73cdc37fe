import { onMany } from '#kernel/outbox.ts';
import { followFacts } from './commands/set-clocks.ts';

export const reactions = [
  onMany(
    'recycling.clocks',
    (object) => object === 'leads',
    (facts, step) => followFacts([...new Set(facts.map(({ subjectId }) => subjectId))], step),
  ),
];

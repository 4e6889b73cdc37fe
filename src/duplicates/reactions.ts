// It asks to be asked before a record comes in.
import './commands/admit-duplicate.ts';
import { onMany } from '#kernel/outbox.ts';
import { isCompared, keepTraits } from './commands/keep-traits.ts';

export const reactions = [onMany('duplicates.traits', isCompared, keepTraits)];

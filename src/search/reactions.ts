import { onMany } from '#kernel/outbox.ts';
import { indexRecords, isIndexed } from './commands/index-records.ts';

export const reactions = [onMany('search.index', isIndexed, indexRecords)];

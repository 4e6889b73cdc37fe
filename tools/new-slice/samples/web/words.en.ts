import type { Translation } from '#kernel/web/words.tsx';
import type { zh } from './words.zh.ts';

export const en: Translation<typeof zh> = {
  title: 'Samples',
  mine: 'My samples',
  all: 'All',
  open: 'Open',
  create: 'New sample',
  close: 'Close sample',
  closed: 'Closed',
  emptyTitle: 'No samples yet',
  emptyHint: 'Create the first one and it appears here.',
};

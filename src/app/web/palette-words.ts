import { defineWords } from '#kernel/web/words.tsx';

/** Words of Ctrl-K and of the keys that work everywhere. */
export const paletteWords = defineWords(
  'palette',
  {
    open: '搜索或跳转',
    recents: '最近打开',
    create: '新建',
    pages: '前往',
    goTo: '前往「{{page}}」',
  },
  {
    open: 'Search or jump',
    recents: 'Opened lately',
    create: 'New',
    pages: 'Go to',
    goTo: 'Go to {{page}}',
  },
);

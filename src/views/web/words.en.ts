import type { Translation } from '#kernel/web/words.tsx';
import type { zh } from './words.zh.ts';

export const en: Translation<typeof zh> = {
  newView: 'Save view',
  name: 'Name',
  namePlaceholder: 'E.g. class A to follow this week',
  share: 'Share with everybody who may see this list',
  save: 'Save view',
  saved: 'View “{{name}}” saved',
  changed: 'View saved',
  sharedNow: '“{{name}}” is shared now',
  unsharedNow: '“{{name}}” is no longer shared',
  removed: 'View “{{name}}” deleted',
  restored: 'View “{{name}}” is back',
  notYours: 'This view is {{owner}}’s; save your changes as one of your own',
  dropped: '{{n}} conditions of “{{name}}” were left out: their fields no longer exist',
  dropped_one: 'A condition of “{{name}}” was left out: its field no longer exists',
  rename: 'Rename',
};

import { fact } from '#kernel/outbox.ts';
import type { ActivityLogged, NextContactPlanned } from './model.ts';

export const activityLogged = fact<ActivityLogged>('activity.logged', 'activities');
export const activityChanged = fact('activity.changed', 'activities');
export const activityDeleted = fact<{ subjectObject: string; subjectId: string }>(
  'activity.deleted',
  'activities',
);
export const nextContactPlanned = fact<NextContactPlanned>('next_contact.planned', 'activities');

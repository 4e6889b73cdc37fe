import { fact } from '#kernel/outbox.ts';

export const ruleSaved = fact<{ name: string }>('assignment_rule.updated', 'assignmentRules');
export const ruleCreated = fact<{ name: string }>('assignment_rule.created', 'assignmentRules');
export const ruleDeleted = fact<{ name: string }>('assignment_rule.deleted', 'assignmentRules');
export const settingsChanged = fact('assignment_settings.updated', 'assignmentSettings');
export const leaveNoted = fact<{ userId: string; fromOn: string; toOn: string }>('leave.created', 'leaves');
export const leaveCancelled = fact<{ userId: string }>('leave.deleted', 'leaves');
/** Nobody was heard of in time; told once to the owner, once to his leader. */
export const responseMissed = fact<{ ownerId: string; dueAt: string; escalated: boolean }>(
  'response.missed',
  'responseTimers',
);
export const hoursSet = fact('work_hours.updated', 'leaves');

export { moveActivities, movePlans } from './commands/move-activities.ts';
export { planNextContact } from './commands/plan-next-contact.ts';
export { type RecordedActivity, recordActivities } from './commands/record-activities.ts';
export { relinkActivities } from './commands/relink-activities.ts';
export { unlinkActivities } from './commands/unlink-activities.ts';

export { type RecordedActivity, recordActivities } from './commands/record-activities.ts';
export { relinkActivities } from './commands/relink-activities.ts';

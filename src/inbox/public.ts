export { notifyPeople as notify } from './commands/notify-people.ts';
export type { Notice } from './model.ts';

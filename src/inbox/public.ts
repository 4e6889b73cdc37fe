export { notify } from './commands/notify.ts';
export type { Notice } from './model.ts';

export { judgeArrivalAt } from './commands/admit-duplicate.ts';
export { registerMergePart } from './commands/register-merge-part.ts';
export type { Appearance, EntryPoint } from './model.ts';

export { framesOf } from './commands/frames-of.ts';
export { receiveHook } from './commands/receive-hook.ts';

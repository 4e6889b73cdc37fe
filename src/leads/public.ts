export type { Lead } from './model.ts';

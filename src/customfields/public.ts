export { readCustomFields } from './queries.ts';

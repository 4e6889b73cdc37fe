export type { AgeingBucket } from './model.ts';
export type { PositionScope } from './queries/ageing-sql.ts';
export { getPosition } from './queries/position.ts';

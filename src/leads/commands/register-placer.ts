import { keepPlacer, type Placer } from '../store/placing.ts';

/** Whoever knows the rules says once, at the start, whose the leads are that arrive without owner and pool. */
export function registerPlacer(placer: Placer): void {
  keepPlacer(placer);
}

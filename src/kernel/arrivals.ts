import type { Step } from './command.ts';

/** A record about to come in, its values by catalogue key, and why it shall come in although it looks known. */
export interface Arrival {
  readonly object: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly reason: string | null;
}

type Check = (arrival: Arrival, step: Step) => Promise<void>;

const checks: Check[] = [];

/** A later slice wants to be asked before anything of these objects comes in; it refuses by throwing. Called at start. */
export function checkArrivals(check: Check): void {
  if (!checks.includes(check)) checks.push(check);
}

/** Asks everybody who wants to be asked. Commands that make one record call it before they write. */
export async function admitArrival(arrival: Arrival, step: Step): Promise<void> {
  for (const check of checks) await check(arrival, step);
}

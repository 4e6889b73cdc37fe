import type { Step } from '#kernel/command.ts';
import { listWaiting, type Waiting } from '../store/hands.ts';
import { listDueTimers } from '../store/timers.ts';

/** Response clocks whose next moment has come. */
export function dueTimers(step: Step, atMost: number): Promise<string[]> {
  return listDueTimers(step, atMost);
}

/** Leads that wait for somebody of a rule, in the order in which they came. */
export function waitingLeads(step: Step, atMost: number): Promise<Waiting[]> {
  return listWaiting(step, atMost);
}

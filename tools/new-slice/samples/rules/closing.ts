import { type Decision, no, yes } from '#kernel/values/refusal.ts';
import type { SampleStatus } from '../model.ts';

/** The one transition table: server, import, automation and screens read it alike. */
export const sampleMoves: Readonly<Record<SampleStatus, readonly SampleStatus[]>> = {
  open: ['closed'],
  closed: [],
};

/** Decides whether a sample may be closed: once, and never again. */
export function decideClose(status: SampleStatus): Decision<SampleStatus, 'already_closed'> {
  return sampleMoves[status].includes('closed') ? yes('closed') : no('already_closed');
}

/** A closed sample is history and stays as it is. */
export function decideChange(status: SampleStatus): Decision<SampleStatus, 'already_closed'> {
  return status === 'open' ? yes(status) : no('already_closed');
}

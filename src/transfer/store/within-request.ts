import type { Step } from '#kernel/command.ts';
import { inTransaction } from '#kernel/db.ts';
import type { Caller, RawContext } from '#kernel/http.ts';

export type Within = <T>(work: (step: Step) => Promise<T>, mode?: 'read' | 'write') => Promise<T>;

/** Short transactions of one caller: a download that lasts minutes must not hold one open meanwhile. */
export function withinRequest({ actor, source }: Caller, { database, request }: RawContext): Within {
  return (work, mode = 'read') =>
    inTransaction(
      database,
      actor.orgId,
      (tx, now) => work({ actor, now, tx, source, requestId: request.id }),
      mode,
    );
}

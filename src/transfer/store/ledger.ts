import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import type { RowOutcomeKind, RowReason } from '../model.ts';

export interface LedgerRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly outcome: RowOutcomeKind | null;
  readonly reasons: RowReason[] | null;
  readonly recordId: string | null;
  readonly undo: string | null;
}

interface LedgerQuery {
  readonly after: number;
  readonly limit: number;
  readonly which: 'all' | 'bad' | 'kept' | RowOutcomeKind;
}

const wentIn = sql`('created', 'updated', 'unchanged')`;

/** Rows of the ledger in the order of the file. The import's own visibility has been asked already. */
export async function readLedger(
  { tx, actor }: Pick<Step, 'tx' | 'actor'>,
  importId: string,
  { after, limit, which }: LedgerQuery,
): Promise<LedgerRow[]> {
  const only =
    which === 'all'
      ? sql``
      : which === 'bad'
        ? sql`and (outcome is null or outcome not in ${wentIn})`
        : which === 'kept'
          ? sql`and undo = 'kept'`
          : sql`and outcome = ${which}`;
  const found = await sql<LedgerRow>`
    select line, cells, outcome, reasons, record_id as "recordId", undo from import_rows
    where org_id = ${actor.orgId}::uuid and import_id = ${importId}::uuid and line > ${after} ${only}
    order by line limit ${limit}`.execute(tx);
  return found.rows;
}

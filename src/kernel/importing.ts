import type { Row } from './changes.ts';
import type { Step } from './command.ts';
import type { ObjectDefinition, Words } from './fields.ts';
import type { Refusable } from './values/refusal.ts';

export type ImportValues = Readonly<Record<string, unknown>>;

/** By what two rows are the same: a mobile number, an e-mail address, company and contact together. */
export interface MatchKey {
  readonly key: string;
  readonly label: Words;
  /** Used unless the importer says otherwise. */
  readonly byDefault: boolean;
  /** The comparable form of a row's values; null when the row has none and so equals no other. */
  readonly of: (values: ImportValues) => string | null;
}

/** What the importer chooses once for all rows: the pool that leads without an owner go to. */
export interface ImportOption {
  readonly key: string;
  readonly label: Words;
  readonly choices: readonly { readonly key: string; readonly label: string }[];
  readonly initial: string | null;
}

export interface NewImportRow {
  readonly id: string;
  readonly values: ImportValues;
  /** The row as the file had it, under its headers. */
  readonly raw: Readonly<Record<string, string>>;
}

export interface ChangedImportRow {
  readonly before: Row;
  readonly values: ImportValues;
}

/** What became of one row; a note is something the importer should know although the row went in. */
export type RowOutcome =
  | { readonly id: string; readonly version: number; readonly note?: Refusable }
  | { readonly id: string; readonly refused: Refusable };

export interface FoundMatch {
  readonly key: string;
  readonly value: string;
  readonly id: string;
}

/** What a new record gets beside the values of its row, and what the importer should know about it. */
export interface Filled {
  readonly values: ImportValues;
  readonly note?: Refusable;
}

/**
 * How an object takes part in imports. The slice that owns it registers one in its manifest; every function
 * works on a whole batch in a few statements, inside one transaction, as the person who imports.
 */
export interface Importable {
  readonly definition: ObjectDefinition;
  /** Needed beside `transfer.import`. */
  readonly permissions: { readonly create: string; readonly update: string };
  readonly matchKeys: readonly MatchKey[];
  readonly options: (step: Step) => Promise<readonly ImportOption[]>;
  /** Whether the actor may give rows to that person; his own are always fine. */
  readonly mayGiveTo: (step: Step, userId: string) => boolean;
  /** Pure: what a new record takes instead of what its row lacks. Changes of existing records get none of it. */
  readonly fill: (values: ImportValues) => Filled;
  /** Pure: what is wrong with values although each can be read: a credit code whose check character is not right. */
  readonly problems?: (values: ImportValues) => readonly (Refusable & { readonly field: string })[];
  /** Live rows of the whole organisation with these keys; whether the actor may see them is asked afterwards. */
  readonly findMatches: (
    step: Step,
    keys: ReadonlyMap<string, readonly string[]>,
  ) => Promise<readonly FoundMatch[]>;
  /** Locks rows for update, in id order. */
  readonly lockRows: (step: Step, ids: readonly string[]) => Promise<ReadonlyMap<string, Row>>;
  /** Adds rows with everything that belongs to them, and announces them. */
  readonly addRows: (
    step: Step,
    rows: readonly NewImportRow[],
    options: Readonly<Record<string, string>>,
  ) => Promise<readonly RowOutcome[]>;
  /** Changes locked rows and announces what changed. */
  readonly changeRows: (step: Step, rows: readonly ChangedImportRow[]) => Promise<readonly RowOutcome[]>;
  /** Takes rows away again that are still as the import made them; returns the ids of those removed. */
  readonly removeRows: (
    step: Step,
    rows: readonly { readonly id: string; readonly version: number }[],
  ) => Promise<ReadonlySet<string>>;
}

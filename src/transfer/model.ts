/** Where an import stands; the allowed moves are in rules/import-states.ts. */
export const importStatuses = [
  'draft',
  'checking',
  'checked',
  'running',
  'done',
  'cancelled',
  'failed',
  'undoing',
  'undone',
] as const;
export type ImportStatus = (typeof importStatuses)[number];

/** What became of one row of the file. */
export const rowOutcomes = [
  'created',
  'updated',
  'unchanged',
  'duplicateInFile',
  'duplicateInSystem',
  'notFound',
  'invalid',
] as const;
export type RowOutcomeKind = (typeof rowOutcomes)[number];

/** `add`: duplicates stay as they are; `update`: only rows that are there already; `both`. */
export const importModes = ['add', 'update', 'both'] as const;
export type ImportMode = (typeof importModes)[number];

/** What the importer decided. `fields` has one entry per column of the file: a field key, or null for none. */
export interface ImportPlan {
  readonly fields: readonly (string | null)[];
  readonly mode: ImportMode;
  /** Match keys that make two rows the same. */
  readonly keys: readonly string[];
  /** How 3/4/2026 is meant. */
  readonly dateOrder: 'dmy' | 'mdy' | null;
  readonly options: Readonly<Record<string, string>>;
}

/** One reason by field; the code's sentence is in contract/reasons.ts. */
export interface RowReason {
  readonly field?: string;
  readonly code: string;
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
}

export interface FileColumn {
  readonly header: string;
  readonly samples: readonly string[];
}

export interface PreviewRow {
  readonly line: number;
  readonly name: string;
  readonly reasons: readonly RowReason[];
}

/** What a run would do, row by row counted; samples of every kind that is not plainly new. */
export interface ImportPreview {
  readonly counts: Readonly<Record<RowOutcomeKind, number>>;
  readonly samples: Readonly<Partial<Record<RowOutcomeKind, readonly PreviewRow[]>>>;
  readonly reasons: readonly {
    readonly field: string | null;
    readonly code: string;
    readonly rows: number;
  }[];
}

/** How long an import can be taken back; afterwards the cells of its file are dropped. */
export const undoDays = 30;
/** How long an export can be downloaded, and how many rows it may have. */
export const exportHours = 24;
export const exportRowsAtMost = 100_000;

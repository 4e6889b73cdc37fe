import { fact } from '#kernel/outbox.ts';

export const importStarted = fact<{ object: string; fileName: string; rows: number; mode: string }>(
  'import.started',
  'imports',
);
export const importEnded = fact<{
  object: string;
  status: string;
  created: number;
  updated: number;
  skipped: number;
  failed: number;
}>('import.ended', 'imports');
export const importUndone = fact<{ object: string; removed: number; restored: number; kept: number }>(
  'import.undone',
  'imports',
);
export const listExported = fact<{
  list: string;
  format: string;
  rows: number;
  fields: readonly string[];
  filter: unknown;
}>('list.exported', 'exports');
export const exportDownloaded = fact<{ list: string; rows: number }>('export.downloaded', 'exports');
export const resultDownloaded = fact<{ only: string; rows: number }>('import.resultDownloaded', 'imports');

import type { Job } from '#kernel/jobs.ts';
import { checkImport } from './commands/check-import.ts';
import { runImport } from './commands/run-import.ts';
import { sweepImports } from './commands/sweep-imports.ts';
import { takeBackRows } from './commands/undo-import.ts';

export const jobs = [checkImport, runImport, takeBackRows, sweepImports] as readonly Job[];

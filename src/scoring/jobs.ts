import type { Job } from '#kernel/jobs.ts';
import { regradeLeads } from './commands/grade-leads.ts';
import { trainModel } from './commands/train-model.ts';

export const jobs: readonly Job[] = [trainModel, regradeLeads as Job];

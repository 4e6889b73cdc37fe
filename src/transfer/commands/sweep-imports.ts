import { job } from '#kernel/jobs.ts';
import { undoDays } from '../model.ts';
import { sweepImports as sweep } from '../store/imports.ts';

/** Drops abandoned drafts and, once an import can no longer be undone, the cells of its file. */
export const sweepImports = job({
  name: 'transfer.sweep',
  schedule: '35 3 * * *',
  run: async (_data, context) => {
    const dropped = await context.transaction((step) => sweep(step, undoDays));
    context.log.info(dropped, 'imports swept');
  },
});

import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import type * as contract from '../contract.ts';
import { reachesOf } from './reaches.ts';
import { showDocuments } from './show-documents.ts';

/** A question that everybody may ask: only what may be read at all matters here. */
const anyText = 'a';

/** The present names of records, in the order asked; what this person may not see, or no longer, is missing. */
export async function namesOfRecords(
  { records }: Input<typeof contract.namesOfRecords>,
  step: Step,
): Promise<Output<typeof contract.namesOfRecords>> {
  const documents = await showDocuments(
    step,
    records,
    reachesOf(step.actor, anyText, { objects: null, wanted: 1 }),
  );
  return { items: documents.map(({ object, id, title }) => ({ object, id, title })) };
}

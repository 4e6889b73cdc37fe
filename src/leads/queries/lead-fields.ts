import { definitionFor } from '#kernel/access.ts';
import type { Step } from '#kernel/command.ts';
import { type Field, isEditable } from '#kernel/fields.ts';
import { leadObject } from '../fields.ts';

/** What may be asked of somebody who leaves his details: everything a person could type into a lead, own fields included. */
export async function leadFieldsToAsk({ actor }: Pick<Step, 'actor'>): Promise<readonly Field[]> {
  return definitionFor(actor, leadObject).fields.filter(
    (field) => isEditable(field) && !field.expression && field.type !== 'user' && field.type !== 'reference',
  );
}

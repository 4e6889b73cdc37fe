import type { Step } from '#kernel/command.ts';
import { dropCustomValues } from '#kernel/custom-values.ts';
import { objectNamed } from '#kernel/fields.ts';
import { announce } from '#kernel/outbox.ts';
import { customFieldPurged } from '../events.ts';
import { keptDays } from '../model.ts';
import { deleteField, loadExpired } from '../store.ts';

type Transaction = <T>(work: (step: Step) => Promise<T>) => Promise<T>;

const pieceSize = 2_000;
const dayMs = 86_400_000;

/** Removes the values of fields retired more than thirty days ago, a piece at a time, and then the fields. */
export async function purgeRetiredFields(transaction: Transaction): Promise<number> {
  const expired = await transaction((step) =>
    loadExpired(step, new Date(step.now.getTime() - keptDays * dayMs)),
  );
  for (const { id, object, key } of expired) {
    const definition = objectNamed(object);
    if (definition)
      while ((await transaction((step) => dropCustomValues(step, definition, key, pieceSize))) === pieceSize);
    await transaction(async (step) => {
      await deleteField(step, id);
      await announce(step, customFieldPurged, { subject: id, data: { object, key } });
    });
  }
  return expired.length;
}

interface Writer {
  readonly id: string;
  readonly orgId: string;
}

interface Entry {
  readonly count: Promise<number>;
  readonly countedAt: number;
}

const lifetimeMs = 2_000;
const entriesAtMost = 5_000;
const entries = new Map<string, Entry>();
const lastWrites = new Map<string, number>();

const writerKey = (who: Writer, object: string) => `${who.orgId}/${who.id}/${object}`;

/** Called after a commit: whoever wrote sees his own change counted at once. */
export function noteWrite(who: Writer, object: string): void {
  if (lastWrites.size > entriesAtMost) lastWrites.clear();
  lastWrites.set(writerKey(who, object), performance.now());
}

/**
 * Counts at most every two seconds per organisation, scope and filter, once for all who ask meanwhile.
 * Counting half a million rows costs more than the page itself; others' changes may appear in the
 * total two seconds late, one's own never do.
 */
export function cachedTotal(
  who: Writer,
  object: string,
  signature: string,
  count: () => Promise<number>,
): Promise<number> {
  const now = performance.now();
  const known = entries.get(signature);
  const ownWrite = lastWrites.get(writerKey(who, object)) ?? Number.NEGATIVE_INFINITY;
  if (known && now - known.countedAt < lifetimeMs && known.countedAt > ownWrite) return known.count;
  if (entries.size > entriesAtMost) entries.clear();
  const entry: Entry = { count: count(), countedAt: now };
  entries.set(signature, entry);
  entry.count.catch(() => entries.delete(signature));
  return entry.count;
}

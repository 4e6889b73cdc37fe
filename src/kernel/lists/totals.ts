interface Writer {
  readonly id: string;
  readonly orgId: string;
}

interface Entry {
  readonly count: Promise<number>;
  readonly countedAt: number;
  /** How long it may be told. */
  lifetimeMs: number;
}

const lifetimeMs = 2_000;
/** A count is told for ten times as long as it took: however slow, counting takes a tenth of the time. */
const patience = 10;
const longestLifetimeMs = 20_000;
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
 * total that late (a count that takes long is kept longer), one's own never do.
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
  if (known && now - known.countedAt < known.lifetimeMs && known.countedAt > ownWrite) return known.count;
  if (entries.size > entriesAtMost) entries.clear();
  const entry: Entry = { count: count(), countedAt: now, lifetimeMs: longestLifetimeMs };
  entries.set(signature, entry);
  entry.count.then(
    () => {
      const took = performance.now() - now;
      entry.lifetimeMs = Math.min(longestLifetimeMs, Math.max(lifetimeMs, took * patience));
    },
    () => entries.delete(signature),
  );
  return entry.count;
}

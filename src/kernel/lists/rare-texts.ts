const rememberedMs = 300_000;
const rememberedAtMost = 2_000;
const rare = new Map<string, number>();

/** Remembers that a look through the first rows of this list did not fill a page: for a while it is not tried again. */
export function noteRare(signature: string): void {
  if (rare.size >= rememberedAtMost) rare.delete(rare.keys().next().value ?? '');
  rare.set(signature, performance.now());
}

/** Whether such a look failed within the last five minutes. */
export function isKnownRare(signature: string): boolean {
  const noted = rare.get(signature);
  return noted !== undefined && performance.now() - noted < rememberedMs;
}

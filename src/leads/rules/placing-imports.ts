export interface ImportedPlace {
  readonly ownerId: string | null;
  readonly atCap: boolean;
}

/**
 * Decides who gets each imported lead, in the order of the file. A lead whose owner is full goes to the pool with a
 * note instead of failing: the file's other columns are worth keeping.
 */
export function placeImported(
  owners: readonly (string | null)[],
  held: ReadonlyMap<string, number>,
  cap: number,
): ImportedPlace[] {
  const now = new Map(held);
  return owners.map((ownerId) => {
    if (ownerId === null) return { ownerId: null, atCap: false };
    const count = now.get(ownerId) ?? 0;
    if (count >= cap) return { ownerId: null, atCap: true };
    now.set(ownerId, count + 1);
    return { ownerId, atCap: false };
  });
}

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
  rooms: ReadonlyMap<string, { readonly held: number; readonly cap: number }>,
): ImportedPlace[] {
  const held = new Map([...rooms].map(([id, room]) => [id, room.held]));
  return owners.map((ownerId) => {
    if (ownerId === null) return { ownerId: null, atCap: false };
    const count = held.get(ownerId) ?? 0;
    if (count >= (rooms.get(ownerId)?.cap ?? 0)) return { ownerId: null, atCap: true };
    held.set(ownerId, count + 1);
    return { ownerId, atCap: false };
  });
}

/** How many leads may go in one night from somebody who holds so many: the share, rounded down, but always one. */
export function nightAllowance(held: number, sharePercent: number): number {
  return Math.max(1, Math.floor((held * sharePercent) / 100));
}

/**
 * What leaves one person on each of the nights to come: what falls due, at most the share of what is held then; the rest
 * waits for the next night. `due[0]` holds everything due tonight, overdue included.
 */
export function paceNights(
  held: number,
  due: readonly number[],
  sharePercent: number,
): { readonly going: readonly number[]; readonly waiting: number } {
  const going: number[] = [];
  let queue = 0;
  let left = held;
  for (const count of due) {
    queue += count;
    const now = Math.min(queue, nightAllowance(left, sharePercent));
    going.push(now);
    queue -= now;
    left -= now;
  }
  return { going, waiting: queue };
}

/**
 * The part of a whole number that falls to place `at` (from 1) of `places`; all parts add up to the whole exactly. Money is
 * split in cents, a lead in hundredths. The database splits in the same way: yd_part.
 */
export function partOf(whole: bigint, at: number, places: number): bigint {
  const upTo = (place: number) => (whole * BigInt(place)) / BigInt(places);
  return upTo(at) - upTo(at - 1);
}

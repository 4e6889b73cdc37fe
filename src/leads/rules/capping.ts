/** A rule that says how many leads somebody may hold. */
export interface CapRule {
  readonly id: string;
  readonly kind: 'user' | 'role' | 'team';
  /** How many teams up from the person's own; 0 for his own team, and for persons and roles. */
  readonly distance: number;
  readonly cap: number;
  /** Name of the person, role or team. */
  readonly label: string;
}

export interface EffectiveCap {
  readonly cap: number;
  /** Null: the organisation's standard number. */
  readonly rule: CapRule | null;
}

/**
 * Finds how many leads a person may hold: what was said for himself; else the smallest number of his roles; else the
 * smallest of the nearest team that has one; else the standard. Nearer beats wider, and on one level the smaller number.
 */
export function effectiveCap(rules: readonly CapRule[], standard: number): EffectiveCap {
  const levels = [
    rules.filter(({ kind }) => kind === 'user'),
    rules.filter(({ kind }) => kind === 'role'),
    nearest(rules.filter(({ kind }) => kind === 'team')),
  ];
  const level = levels.find((found) => found.length > 0) ?? [];
  const rule = level.reduce<CapRule | null>(
    (least, one) => (least === null || one.cap < least.cap ? one : least),
    null,
  );
  return { cap: rule?.cap ?? standard, rule };
}

function nearest(rules: readonly CapRule[]): readonly CapRule[] {
  const least = Math.min(...rules.map(({ distance }) => distance));
  return rules.filter(({ distance }) => distance === least);
}

/** Which leads beside the open ones use up room. */
export interface Exclusions {
  readonly excludeConverted: boolean;
  readonly excludeInvalid: boolean;
  /** Converted ones whose deal was won. */
  readonly excludeDealt: boolean;
}

/** How many of the leads in somebody's name use up his room. */
export function countHeld(
  counts: {
    readonly open: number;
    readonly invalid: number;
    readonly converted: number;
    readonly dealt: number;
  },
  { excludeConverted, excludeInvalid, excludeDealt }: Exclusions,
): number {
  return (
    counts.open +
    (excludeInvalid ? 0 : counts.invalid) +
    (excludeConverted ? 0 : counts.converted) +
    (excludeDealt ? 0 : counts.dealt)
  );
}

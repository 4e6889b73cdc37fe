import { type Decision, no, yes } from '#kernel/values/refusal.ts';

/** A contract does not end before it starts; one day is a term. Open ends are fine. */
export function decideTerm(values: {
  readonly startsOn?: unknown;
  readonly endsOn?: unknown;
}): Decision<true, 'before_start'> {
  const { startsOn, endsOn } = values;
  const turned = typeof startsOn === 'string' && typeof endsOn === 'string' && endsOn < startsOn;
  return turned ? no('before_start') : yes(true);
}

import { badInput } from '#kernel/values/refusal.ts';

/** A campaign does not end before it begins (422, under the end). */
export function requireOrder(startsOn: unknown, endsOn: unknown): void {
  if (typeof startsOn === 'string' && typeof endsOn === 'string' && endsOn < startsOn)
    throw badInput([{ field: 'endsOn', code: 'ends_before_start' }]);
}

import { type Decision, no, yes } from '#kernel/values/refusal.ts';

const day = 86_400_000;

/** What hangs on the records that a conversion made, beside what it made itself. */
export interface Hanging {
  readonly activities: number;
  readonly contacts: number;
  readonly opportunities: number;
  readonly contracts: number;
  readonly leads: number;
  readonly moves: number;
}

/** Decides whether a conversion may be taken back: within a day, and as long as nobody has built on it. */
export function decideUndo({
  convertedAt,
  now,
  hanging,
}: {
  convertedAt: Date;
  now: Date;
  hanging: Hanging;
}): Decision<true, 'too_late' | 'in_use'> {
  if (now.getTime() - convertedAt.getTime() > day) return no('too_late');
  const what = Object.entries(hanging)
    .filter(([, n]) => n > 0)
    .map(([key, n]) => `${key} ${n}`)
    .join(', ');
  return what ? no('in_use', { what }) : yes(true);
}

/** Fields of a lead that an account, a contact or a deal takes over. */
const mapped = new Set([
  ...[
    'company',
    'contactName',
    'phone',
    'email',
    'title',
    'channel',
    'industry',
    'region',
    'status',
    'class',
  ],
  ...[
    'ownerId',
    'poolId',
    'ownerSince',
    'poolSince',
    'lastActivityAt',
    'nextContactAt',
    'capturedAt',
    'createdAt',
  ],
]);

/** The values a person entered that have no place on what a conversion makes: they stay on the lead and are shown there. */
export function keptOnLead(
  fields: readonly { readonly key: string; readonly entered: boolean }[],
  values: Readonly<Record<string, unknown>>,
): string[] {
  return fields.flatMap(({ key, entered }) => {
    const value = key.startsWith('custom.')
      ? (values.custom as Record<string, unknown> | undefined)?.[key.slice(7)]
      : values[key];
    return entered && !mapped.has(key) && value != null && value !== '' ? [key] : [];
  });
}

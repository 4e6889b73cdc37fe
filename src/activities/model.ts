export const activityKinds = ['call', 'visit', 'meeting', 'message', 'note'] as const;
export type ActivityKind = (typeof activityKinds)[number];

/** How a contact ended. The first five need somebody at the other end, the others say why nobody was. */
export const activityResults = [
  'interested',
  'booked',
  'later',
  'refused',
  'wrongPerson',
  'noAnswer',
  'busy',
  'off',
  'emptyNumber',
  'rejected',
] as const;
export type ActivityResult = (typeof activityResults)[number];
export const unreachedResults: readonly ActivityResult[] = [
  'noAnswer',
  'busy',
  'off',
  'emptyNumber',
  'rejected',
];

export interface ActivityLogged {
  readonly activityId: string;
  readonly kind: ActivityKind;
  readonly subjectObject: string;
  readonly subjectId: string;
  /** ISO instant. */
  readonly happenedAt: string;
  readonly nextContactAt: string | null;
  readonly connected: boolean | null;
  readonly durationSeconds: number | null;
  /** Written down more than three days later: no clock may follow it. */
  readonly backdated: boolean;
}

/** The next contact was planned, moved or (null) given up without an activity. */
export interface NextContactPlanned {
  readonly subjectObject: string;
  readonly subjectId: string;
  readonly dueAt: string | null;
}

/** The record an activity is logged on, as far as activities know it. */
export interface Subject {
  readonly object: string;
  readonly id: string;
  readonly name: string;
  readonly ownerId: string | null;
  readonly accountId: string | null;
  readonly contactId: string | null;
  /** Itself and everything it refers to: its account, contact, lead, opportunity. */
  readonly about: readonly string[];
}

/** Through which door something came. */
export const captureMethods = ['form', 'webhook', 'mail'] as const;
export type CaptureMethod = (typeof captureMethods)[number];

/** What became of it: waiting for a moment, a lead, kept aside for a person to look at, or thrown away by one. */
export const submissionStates = ['waiting', 'accepted', 'rejected', 'dismissed'] as const;
export type SubmissionState = (typeof submissionStates)[number];

/** Why a submission was kept aside. The visitor is never told. */
export const rejectReasons = [
  'filled_trap',
  'too_fast',
  'unproven',
  'same_device',
  'consent_missing',
  'bad_values',
  'nobody_named',
  'unreadable',
] as const;
export type RejectReason = (typeof rejectReasons)[number];

export interface BothLanguages {
  readonly zh: string;
  readonly en: string;
}

/** One question of a form. */
export interface FormField {
  /** Key of the lead catalogue; `custom.x` for fields of the organisation's own. */
  readonly key: string;
  readonly label: BothLanguages;
  readonly required: boolean;
}

export interface FormTexts {
  readonly title: BothLanguages;
  readonly intro: BothLanguages;
  readonly button: BothLanguages;
  readonly thanks: BothLanguages;
}

export interface CaptureForm {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly address: string;
  readonly status: 'open' | 'closed';
  readonly fields: readonly FormField[];
  readonly texts: FormTexts;
  readonly redirectUrl: string | null;
  readonly consentVersion: number;
  readonly channel: string;
  readonly campaign: string | null;
  readonly ownerId: string | null;
  readonly poolId: string | null;
  readonly endsAt: Date | null;
  readonly oncePerDevice: boolean;
  readonly origins: readonly string[];
}

/** Which place of a payload goes into which field of the lead. */
export interface MappedPlace {
  /** `customer.mobile`, `items.0.name`. */
  readonly path: string;
  readonly field: string;
}

export interface CaptureSource {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly kind: 'webhook' | 'mail';
  readonly status: 'open' | 'closed';
  readonly address: string | null;
  readonly secret: string | null;
  readonly settings: MailSettings | Readonly<Record<string, never>>;
  readonly mapping: readonly MappedPlace[];
  readonly channel: string;
  readonly campaign: string | null;
  readonly ownerId: string | null;
  readonly poolId: string | null;
}

export interface MailSettings {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly folder: string;
}

/** How long what was kept aside stays. */
export const keptDays = 90;

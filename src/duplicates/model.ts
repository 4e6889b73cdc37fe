/** The objects among which duplicates are looked for. */
export const duplicateObjects = ['leads', 'accounts', 'contacts'] as const;
export type DuplicateObject = (typeof duplicateObjects)[number];

/** The ways in, each with rule sets of its own. */
export const entryPoints = ['manual', 'import', 'api', 'form', 'call'] as const;
export type EntryPoint = (typeof entryPoints)[number];

export const ruleActions = ['warn', 'block', 'letThrough'] as const;
export type RuleAction = (typeof ruleActions)[number];

/** What a rule compares. `name` is the company's name; `contact` the person's. */
export const ruleFields = ['name', 'contact', 'phone', 'email', 'domain', 'uscc', 'region'] as const;
export type RuleField = (typeof ruleFields)[number];

/** All of these fields must agree; a fuzzy one may differ by legal form, place, one character or a homophone. */
export interface RuleTerm {
  readonly field: RuleField;
  readonly how: 'exact' | 'fuzzy';
}

/** A record as people write it, before anything is normalised. */
export interface Appearance {
  readonly name?: string | null;
  readonly contact?: string | null;
  readonly phones?: readonly (string | null | undefined)[];
  readonly email?: string | null;
  readonly website?: string | null;
  readonly region?: string | null;
  readonly uscc?: string | null;
}

export interface NameReading {
  /** Without place and legal form. */
  readonly core: string;
  /** How it sounds. */
  readonly sound: string;
  /** `province/city` that the name itself says. */
  readonly place: string | null;
}

/** A record as it is compared. Empty texts and lists where it says nothing. */
export interface Traits {
  readonly nameKey: string;
  /** The heart of the name, the likeliest reading first; a second one where its beginning may be a place or a brand. */
  readonly readings: readonly NameReading[];
  /** `province/city` of its address. */
  readonly place: string | null;
  /** The name is that of a branch. */
  readonly branch: boolean;
  /** The name is written with its legal form, so it is the whole name. */
  readonly whole: boolean;
  readonly contact: string | null;
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  /** Domains that belong to a company: no free mail. */
  readonly domains: readonly string[];
  readonly uscc: string | null;
}

/** Why two records are taken for one. */
export const matchReasons = ['uscc', 'phone', 'email', 'name', 'similarName', 'domain', 'contact'] as const;
export type MatchReason = (typeof matchReasons)[number];

export interface Match {
  readonly reasons: readonly MatchReason[];
  /** 0 to 1: how sure; 1 is the same credit code. */
  readonly sureness: number;
}

/** One rule: all its terms must hold. */
export interface DuplicateRule {
  readonly terms: readonly RuleTerm[];
  readonly action: RuleAction;
}

/** Fields of records out of one's reach that the administrator may have shown whole. */
export const shownFields = ['name', 'contact', 'phone', 'email'] as const;
export type ShownField = (typeof shownFields)[number];

export interface DuplicateSettings {
  readonly shown: readonly ShownField[];
  /** So many records out of reach found in a day, and the administrators hear of it. */
  readonly alertHits: number;
  readonly version: number;
}

/** Where a hit stands: the state of a lead, or what else it is. */
export const hitStates = [
  'unassigned',
  'pending',
  'following',
  'converted',
  'invalid',
  'account',
  'contact',
  'deleted',
  'merged',
] as const;
export type HitState = (typeof hitStates)[number];

/** A record that may be the same, as this asker may know it. */
export interface Hit {
  readonly object: DuplicateObject;
  readonly id: string;
  readonly name: string;
  readonly contact: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly ownerName: string | null;
  readonly poolName: string | null;
  readonly state: HitState;
  readonly lastFollowAt: string | null;
  readonly reasons: readonly MatchReason[];
  readonly sureness: number;
  /** He may open it. */
  readonly visible: boolean;
  /** He may ask to take it over. */
  readonly mayAsk: boolean;
  /** He has asked already. */
  readonly asked: boolean;
}

export const takeoverStatuses = ['open', 'approved', 'rejected', 'withdrawn', 'lapsed'] as const;
export type TakeoverStatus = (typeof takeoverStatuses)[number];

export interface Takeover {
  readonly id: string;
  readonly version: number;
  readonly leadId: string;
  readonly title: string;
  readonly ownerId: string;
  readonly managerId: string | null;
  readonly requesterId: string;
  readonly status: TakeoverStatus;
  readonly dueOn: string;
  readonly escalatedAt: Date | null;
}

export const groupStatuses = ['open', 'dismissed', 'merged'] as const;
export type GroupStatus = (typeof groupStatuses)[number];

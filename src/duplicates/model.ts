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

import type { RawBuilder } from 'kysely';
import type { Actor } from './access.ts';
import type { Check } from './checks.ts';
import type { Demo } from './demo.ts';
import type { ObjectDefinition, Words } from './fields.ts';
import type { Route } from './http.ts';
import type { Importable } from './importing.ts';
import type { Job } from './jobs.ts';
import type { ListContract } from './list-contract.ts';
import type { ListSource } from './lists/source.ts';
import type { Reaction } from './outbox.ts';

/** A right that roles carry: `leads.claim`. */
export interface Permission {
  readonly key: string;
  readonly label: Words;
}

/** A permission a built-in role starts with, with its scope on the slice's objects. */
export interface RolePreset {
  readonly role: 'rep' | 'manager' | 'marketing' | 'finance' | 'service' | 'admin' | 'auditor';
  readonly permissions: readonly string[];
  readonly scopes?: Readonly<Record<string, 'self' | 'team' | 'teamTree' | 'all'>>;
}

/** A list other slices may offer wholesale: export, import, search, saved views. */
export interface OfferedList {
  readonly contract: ListContract;
  readonly source: ListSource;
}

/** What a slice hands to the app. Leave out what it does not have. */
export interface Slice {
  readonly name: string;
  readonly objects?: readonly ObjectDefinition[];
  /** Why else a row may be seen beside ownership, by object: pool members, approvers. */
  readonly alsoVisible?: Readonly<Record<string, (actor: Actor) => RawBuilder<unknown> | undefined>>;
  readonly permissions?: readonly Permission[];
  readonly presets?: readonly RolePreset[];
  readonly routes?: readonly Route[];
  readonly lists?: readonly OfferedList[];
  /** Objects that can be imported, and how. */
  readonly imports?: readonly Importable[];
  readonly jobs?: readonly Job[];
  readonly reactions?: readonly Reaction[];
  readonly checks?: readonly Check[];
  readonly demo?: Demo;
}

import type { FieldRights } from '#kernel/fields.ts';

/** How far a role sees on one object, narrowest first. */
export const scopeWidths = ['none', 'self', 'team', 'teamTree', 'all'] as const;
export type ScopeWidth = (typeof scopeWidths)[number];

export const userStatuses = ['invited', 'active', 'disabled'] as const;
export type UserStatus = (typeof userStatuses)[number];

export const builtInRoles = [
  { key: 'admin', name: { zh: '管理员', en: 'Administrator' } },
  { key: 'manager', name: { zh: '销售经理', en: 'Sales manager' } },
  { key: 'rep', name: { zh: '销售代表', en: 'Sales representative' } },
  { key: 'marketing', name: { zh: '市场', en: 'Marketing' } },
  { key: 'finance', name: { zh: '财务', en: 'Finance' } },
  { key: 'service', name: { zh: '客服', en: 'Service' } },
  { key: 'auditor', name: { zh: '审计', en: 'Auditor' } },
] as const;
export type BuiltInRole = (typeof builtInRoles)[number]['key'];

/** What a role gives; a person has the union of his roles. */
export interface Rights {
  readonly permissions: readonly string[];
  readonly scopes: Readonly<Record<string, ScopeWidth>>;
  readonly fieldRights: Readonly<Record<string, FieldRights>>;
}

/** What the presets of all slices together give to one built-in role. */
export type PresetSum = Pick<Rights, 'permissions' | 'scopes'>;

export interface Role extends Rights {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly nameEn: string;
  readonly builtIn: boolean;
  readonly version: number;
}

export interface Team {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
  readonly leaderId: string | null;
  /** From the top down to the team itself. */
  readonly path: readonly string[];
  readonly version: number;
}

/** What sign-in knows about a person before it knows the organisation. */
export interface Login {
  readonly email: string;
  readonly orgId: string;
  readonly userId: string;
  readonly passwordHash: string | null;
  readonly mustChangePassword: boolean;
  readonly totpSecret: string | null;
  readonly totpEnabled: boolean;
  readonly totpLastStep: number | null;
  readonly recoveryHashes: readonly string[];
  readonly disabled: boolean;
}

/** Who may sign in where and how long, in milliseconds. */
export const sessionLife = { idle: 7 * 86_400_000, most: 30 * 86_400_000, pending: 10 * 60_000 } as const;
export const linkLife = { invite: 7 * 86_400_000, reset: 30 * 60_000 } as const;

/** Permissions whose meaning other rules of this slice depend on. */
export const manageUsers = 'users.manage';
export const manageRoles = 'roles.manage';
/** Whoever may give any role, also one with rights he lacks himself: the administrator. */
export const grantAnyRole = 'roles.grant_any';

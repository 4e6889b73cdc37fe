import { fact } from '#kernel/outbox.ts';

/** Facts about people carry no secret: no password, no token, no code. */
export const signedIn = fact<{ ip: string; agent: string | null; secondStep: boolean }>(
  'user.signed_in',
  'users',
);
/** Subject: the person whose account it was; the organisation when no account has that e-mail. */
export const signInFailed = fact<{ ip: string; email: string; step: 'password' | 'code'; locked: boolean }>(
  'user.sign_in_failed',
  'users',
);
export const signedOut = fact<{ ip: string }>('user.signed_out', 'users');
export const sessionsEnded = fact<{ count: number }>('user.sessions_ended', 'users');
export const passwordChanged = fact<{ by: 'self' | 'link' | 'invitation' }>('user.password_changed', 'users');
export const resetRequested = fact('user.reset_requested', 'users');
export const secondStepChanged = fact<{ enabled: boolean }>('user.second_step_changed', 'users');
export const recoveryCodesMade = fact<{ count: number }>('user.recovery_codes_made', 'users');

export const userCreated = fact<{ name: string; email: string; roles: string[]; invited: boolean }>(
  'user.created',
  'users',
);
export const invitedAgain = fact('user.invited_again', 'users');
export const userChanged = fact('user.changed', 'users');
export const rolesAssigned = fact<{ added: string[]; removed: string[] }>('user.roles_assigned', 'users');
/** Whoever keeps rows of people moves those of the subject to the successor, in a reaction. */
export const userDisabled = fact<{ successorId: string }>('user.disabled', 'users');
export const userEnabled = fact('user.enabled', 'users');

export const teamCreated = fact<{ name: string }>('team.created', 'teams');
export const teamChanged = fact('team.changed', 'teams');
export const teamDeleted = fact<{ name: string }>('team.deleted', 'teams');

export const roleCreated = fact<{ name: string }>('role.created', 'roles');
export const roleChanged = fact('role.changed', 'roles');
export const roleDeleted = fact<{ name: string }>('role.deleted', 'roles');

export const keyCreated = fact<{ keyId: string; name: string; prefix: string; scopes: string[] }>(
  'api_key.created',
  'users',
);
export const keyRevoked = fact<{ keyId: string; name: string; prefix: string }>('api_key.revoked', 'users');

export const orgCreated = fact<{ name: string }>('org.created', 'orgs');

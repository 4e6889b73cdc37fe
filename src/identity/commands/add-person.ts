import { raiseStamp } from '#kernel/access-stamp.ts';
import type { Step } from '#kernel/command.ts';
import { announce } from '#kernel/outbox.ts';
import { newId } from '#kernel/values/id.ts';
import { badInput } from '#kernel/values/refusal.ts';
import { userCreated } from '../events.ts';
import { insertLogin } from '../store/logins.ts';
import { insertPerson } from '../store/people.ts';
import { saveRolesOf } from '../store/roles.ts';

export interface NewPerson {
  readonly name: string;
  /** As `normaliseEmail` gives it. */
  readonly email: string;
  readonly phone?: string | null;
  readonly title?: string | null;
  readonly teamId?: string | null;
  readonly roleIds: readonly string[];
  /** Null: invited, and chooses a password by the link. */
  readonly passwordHash: string | null;
  readonly mustChangePassword?: boolean;
}

/** Adds a person with login and roles. Whether the actor may give these roles, the caller has decided. */
export async function addPerson(step: Step, person: NewPerson): Promise<string> {
  const { actor, tx, now } = step;
  const id = newId();
  const { name, email, phone = null, title = null, teamId = null, roleIds, passwordHash } = person;
  const status = passwordHash === null ? 'invited' : 'active';
  const locale = actor.org.locale;
  const mustChangePassword = person.mustChangePassword ?? false;
  if (!(await insertLogin(tx, { email, orgId: actor.orgId, userId: id, passwordHash, mustChangePassword })))
    throw badInput([{ field: 'email', code: 'email_taken' }]);
  await insertPerson(tx, { orgId: actor.orgId, id, name, email, phone, title, teamId, locale, status, now });
  await saveRolesOf(tx, actor.orgId, id, roleIds);
  await raiseStamp(tx, actor.orgId);
  const data = { name, email, roles: [...roleIds], invited: status === 'invited' };
  await announce(step, userCreated, { subject: id, data });
  return id;
}

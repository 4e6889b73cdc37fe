import { createKey } from '#identity/commands/create-key.ts';
import { createUser } from '#identity/commands/create-user.ts';
import { systemStep } from '#identity/public.ts';
import { loadActor } from '#identity/queries/load-actor.ts';
import { loadLoginByEmail } from '#identity/store/logins.ts';
import { loadRoles } from '#identity/store/roles.ts';
import type { Step } from '#kernel/command.ts';
import { type Database, inTransaction } from '#kernel/db.ts';
import { StartProblem } from '#kernel/start-problem.ts';
import { unasked } from '#kernel/system-step.ts';

/** Adds a person to the only organisation and returns the link by which he chooses his password. */
export async function invitePerson(
  database: Database,
  person: { email: string; name: string; role: string },
): Promise<string> {
  const orgs = await database.pool.query<{ id: string }>('select id from orgs');
  const [org, other] = orgs.rows;
  if (!org || other)
    throw new StartProblem('user create needs exactly one organisation; use the users page instead');
  return inTransaction(database, org.id, async (tx, now) => {
    const step = await systemStep(org.id, tx, now, unasked);
    const role = (await loadRoles(tx, org.id)).find((one) => one.key === person.role);
    if (!role) throw new StartProblem(`There is no role ${person.role}`);
    const made = await createUser(
      { name: person.name, email: person.email, roleIds: [role.id] } as never,
      step,
    );
    return made.inviteUrl;
  });
}

/** Makes an API key for a person and returns it: shown here once and stored nowhere. */
export async function createKeyFor(
  database: Database,
  email: string,
  scopes: readonly string[],
): Promise<string> {
  const login = await inTransaction(
    database,
    null,
    (tx) => loadLoginByEmail(tx, email.toLowerCase()),
    'read',
  );
  if (!login) throw new StartProblem(`Nobody signs in as ${email}`);
  return inTransaction(database, login.orgId, async (tx, now) => {
    const actor = await loadActor(tx, login.orgId, login.userId);
    if (!actor) throw new StartProblem(`${email} is disabled`);
    const step: Step = { actor, tx, now, source: 'system', requestId: null };
    const { key } = await createKey({ name: 'command line', scopes: [...scopes], expiresInDays: null }, step);
    return key;
  });
}

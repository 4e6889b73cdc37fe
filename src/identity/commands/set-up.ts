import { orBadInput } from '#kernel/command.ts';
import type { Input } from '#kernel/contract.ts';
import type { Registry } from '#kernel/registry.ts';
import { hashPassword } from '#kernel/secrets.ts';
import { normaliseEmail } from '#kernel/values/email.ts';
import { newId } from '#kernel/values/id.ts';
import { badInput, notFound } from '#kernel/values/refusal.ts';
import type { Visit } from '#kernel/visit.ts';
import type * as contract from '../contract/sign-in.ts';
import { decidePassword } from '../rules/passwords.ts';
import { loadFirstOrgId, lockFirstOrg } from '../store/orgs.ts';
import { addPerson } from './add-person.ts';
import { createOrg } from './create-org.ts';
import { type OpenedSession, openSession } from './open-session.ts';

/** Whether nobody has set this server up yet; 404 once somebody has. */
export async function lookSetup(visit: Visit): Promise<Record<string, never>> {
  if (await visit.transaction(null, loadFirstOrgId)) throw notFound();
  return {};
}

/**
 * First set-up of an empty server: the organisation and its first administrator, signed in at once.
 * Closed for ever (404) as soon as there is an organisation; of several at once exactly one gets through.
 */
export async function setUp(
  input: Input<typeof contract.setUp>,
  visit: Visit,
  registry: Pick<Registry, 'presets'>,
): Promise<OpenedSession> {
  await lookSetup(visit);
  const email = normaliseEmail(input.email);
  if (!email) throw badInput([{ field: 'email', code: 'not_an_email' }]);
  if (!isZone(input.zone)) throw badInput([{ field: 'zone', code: 'unknown_choice' }]);
  orBadInput('password', decidePassword(input.password, { email, name: input.name }));
  const passwordHash = await hashPassword(input.password);

  const orgId = newId();
  return visit.transaction(orgId, async (tx, now) => {
    await lockFirstOrg(tx);
    if (await loadFirstOrgId(tx)) throw notFound();
    const { locale, zone, currency } = input;
    const org = await createOrg(
      tx,
      now,
      { id: orgId, name: input.organisation, locale, zone, currency },
      registry,
    );
    const step = { ...org.step, requestId: visit.requestId };
    const roleIds = org.roleIds.admin ? [org.roleIds.admin] : [];
    const userId = await addPerson(step, {
      name: input.name,
      email,
      teamId: org.rootTeam.id,
      roleIds,
      passwordHash,
    });
    return openSession(tx, { email, orgId, userId }, visit, now, false);
  });
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

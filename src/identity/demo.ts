import type { Actor } from '#kernel/access.ts';
import type { Step } from '#kernel/command.ts';
import type { Demo, DemoWorld } from '#kernel/demo.ts';
import { theRegistry } from '#kernel/registry.ts';
import { hashPassword } from '#kernel/secrets.ts';
import { newId } from '#kernel/values/id.ts';
import { addPerson } from './commands/add-person.ts';
import { type CreatedOrg, createOrg } from './commands/create-org.ts';
import { type CastMember, cast, castTeams, company, demoAddress } from './demo/cast.ts';
import type { DemoPeople } from './demo/people.ts';
import { loadActor, loadOrg, systemActor } from './queries/load-actor.ts';
import { enterOrg } from './store/enter-org.ts';
import { insertTeam, saveLeader } from './store/teams.ts';

/** The demo company has existed for a little longer than its nine months of leads. */
const daysAgo = 300;

async function seed(world: DemoWorld): Promise<void> {
  const { tx } = world;
  const founded = new Date(world.today.getTime() - daysAgo * 86_400_000);
  const orgId = newId();
  await enterOrg(tx, orgId);
  const org = await createOrg(
    tx,
    founded,
    { id: orgId, name: company, demo: true, source: 'demo' },
    theRegistry(),
  );
  const step: Step = { ...org.step, source: 'demo' };
  const teamIds = await seedTeams(step, org);
  const password = await hashPassword(String(world.made.get('password')));
  const ids = new Map<string, string>();
  for (const member of cast)
    ids.set(demoAddress(member.account), await seedMember(step, member, { org, teamIds, password }));

  const snapshot = await loadOrg(tx, orgId);
  const byEmail = new Map<string, Actor>();
  for (const [email, id] of ids) {
    const actor = await loadActor(tx, orgId, id, snapshot);
    if (actor) byEmail.set(email, actor);
  }
  world.made.set('identity', { system: systemActor(snapshot), byEmail } satisfies DemoPeople);
}

async function seedTeams(step: Step, org: CreatedOrg): Promise<Map<string, string>> {
  const paths = new Map<string, readonly string[]>();
  const ids = new Map<string, string>();
  for (const { key, name, under } of castTeams) {
    const id = newId();
    const parentPath = under ? (paths.get(under) ?? []) : org.rootTeam.path;
    const path = [...parentPath, id];
    await insertTeam(step.tx, org.id, {
      id,
      name,
      parentId: parentPath.at(-1) ?? null,
      leaderId: null,
      path,
    });
    paths.set(key, path);
    ids.set(key, id);
  }
  return ids;
}

async function seedMember(
  step: Step,
  member: CastMember,
  { org, teamIds, password }: { org: CreatedOrg; teamIds: Map<string, string>; password: string },
): Promise<string> {
  const roleId = org.roleIds[member.role];
  const index = cast.indexOf(member);
  const userId = await addPerson(step, {
    name: member.name,
    email: demoAddress(member.account),
    phone: `+861380571${String(2100 + index * 37).padStart(4, '0')}`,
    title: member.title,
    teamId: teamIds.get(member.team) ?? null,
    roleIds: roleId ? [roleId] : [],
    passwordHash: password,
  });
  const led = member.leads ? teamIds.get(member.leads) : undefined;
  if (led) await saveLeader(step.tx, org.id, led, userId);
  return userId;
}

export const demo: Demo = { seed };

import { addPerson, createOrg } from '#identity/public.ts';
import { insertTeam, saveLeader } from '#identity/store/teams.ts';
import { raiseStamp } from '#kernel/access-stamp.ts';
import { type Database, inTransaction } from '#kernel/db.ts';
import { theRegistry } from '#kernel/registry.ts';
import { hashPassword } from '#kernel/secrets.ts';
import { newId } from '#kernel/values/id.ts';
import type { SeedSize } from './sizes.ts';
import { nameParts } from './words.ts';

export const seedDomain = 'bench.yingdan.test';

export interface SeedRep {
  readonly id: string;
  readonly managerId: string;
}

interface Team {
  readonly id: string;
  readonly path: readonly string[];
}

/** The same name for the same number; a short list of people need not be drawn by lot. */
function nameOf(number: number): string {
  const { surname = [], given = [] } = nameParts;
  return `${surname[number % surname.length]}${given[(number * 7) % given.length]}${number % 3 ? given[(number * 11) % given.length] : ''}`;
}

/** Founds the company and hires everybody: departments, groups below them, reps in groups, a manager a department. */
export async function seedPeople(
  database: Database,
  size: SeedSize,
  password: string,
): Promise<{ orgId: string; reps: SeedRep[] }> {
  const orgId = newId();
  const passwordHash = await hashPassword(password);
  const reps = await inTransaction(database, orgId, async (tx, now) => {
    const { step, roleIds, rootTeam } = await createOrg(
      tx,
      now,
      { id: orgId, name: '应旦测试集团' },
      theRegistry(),
    );
    let hired = 0;
    const hire = (account: string, role: string, team: Team, title: string): Promise<string> => {
      hired += 1;
      return addPerson(step, {
        name: nameOf(hired),
        email: `${account}@${seedDomain}`,
        title,
        teamId: team.id,
        roleIds: [roleIds[role] ?? ''].filter(Boolean),
        passwordHash,
      });
    };
    const addTeam = async (name: string, above: Team): Promise<Team> => {
      const id = newId();
      const path = [...above.path, id];
      await insertTeam(tx, orgId, { id, name, parentId: above.id, leaderId: null, path });
      return { id, path };
    };
    const lead = (team: Team, leaderId: string) => saveLeader(tx, orgId, team.id, leaderId);
    await hire('admin', 'admin', rootTeam, '系统管理员');
    await lead(rootTeam, await hire('director', 'manager', rootTeam, '销售总监'));
    await hire('auditor', 'auditor', rootTeam, '审计');
    for (const role of ['marketing', 'finance', 'service'])
      for (let number = 1; number <= size.officeEach; number += 1)
        await hire(`${role}${number}`, role, rootTeam, role);
    const all: SeedRep[] = [];
    for (let department = 1; department <= size.departments; department += 1) {
      const above = await addTeam(`销售${department}部`, rootTeam);
      const managerId = await hire(`manager${department}`, 'manager', above, '部门经理');
      await lead(above, managerId);
      for (let group = 1; group <= size.groupsEach; group += 1) {
        const team = await addTeam(`${department}部${group}组`, above);
        for (let seat = 1; seat <= size.repsEach; seat += 1) {
          const id = await hire(`rep${all.length + 1}`, 'rep', team, '销售代表');
          if (seat === 1) await lead(team, id);
          all.push({ id, managerId });
        }
      }
    }
    await raiseStamp(tx, orgId);
    return all;
  });
  return { orgId, reps };
}

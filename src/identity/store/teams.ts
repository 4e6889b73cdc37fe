import { sql } from 'kysely';
import type { Tx } from '#kernel/db.ts';
import type { Team } from '../model.ts';

const columns = sql`id, name, parent_id as "parentId", leader_id as "leaderId", path, version`;

export async function loadTeam(tx: Tx, orgId: string, id: string): Promise<Team | undefined> {
  const found = await sql<Team>`
    select ${columns} from teams where org_id = ${orgId}::uuid and id = ${id}::uuid`.execute(tx);
  return found.rows[0];
}

/** Every team below, at any depth; the team itself left out. */
export async function loadTeamsBelow(tx: Tx, orgId: string, id: string): Promise<Team[]> {
  const found = await sql<Team>`
    select ${columns} from teams where org_id = ${orgId}::uuid and ${id}::uuid = any(path) and id <> ${id}::uuid`.execute(
    tx,
  );
  return found.rows;
}

export async function insertTeam(tx: Tx, orgId: string, team: Omit<Team, 'version'>): Promise<void> {
  await sql`
    insert into teams (org_id, id, name, parent_id, leader_id, path)
    values (${orgId}::uuid, ${team.id}::uuid, ${team.name}, ${team.parentId}::uuid, ${team.leaderId}::uuid, ${team.path}::uuid[])`.execute(
    tx,
  );
}

export async function saveTeam(
  tx: Tx,
  orgId: string,
  team: Pick<Team, 'id' | 'name' | 'parentId' | 'leaderId'>,
): Promise<number> {
  const saved = await sql<{ version: number }>`
    update teams set name = ${team.name}, parent_id = ${team.parentId}::uuid, leader_id = ${team.leaderId}::uuid,
      version = version + 1
    where org_id = ${orgId}::uuid and id = ${team.id}::uuid returning version`.execute(tx);
  return saved.rows[0]?.version ?? 0;
}

export async function saveLeader(tx: Tx, orgId: string, teamId: string, leaderId: string): Promise<void> {
  await sql`
    update teams set leader_id = ${leaderId}::uuid, version = version + 1
    where org_id = ${orgId}::uuid and id = ${teamId}::uuid`.execute(tx);
}

/** A leaver leads no team any more; the successor does. */
export async function saveSuccessorLeads(
  tx: Tx,
  orgId: string,
  leaverId: string,
  successorId: string,
): Promise<void> {
  await sql`
    update teams set leader_id = ${successorId}::uuid, version = version + 1
    where org_id = ${orgId}::uuid and leader_id = ${leaverId}::uuid`.execute(tx);
}

export async function savePaths(
  tx: Tx,
  orgId: string,
  moves: readonly { readonly id: string; readonly path: readonly string[] }[],
): Promise<void> {
  await sql`
    update teams t set path = m.path from jsonb_to_recordset(${JSON.stringify(moves)}::jsonb) as m(id uuid, path uuid[])
    where t.org_id = ${orgId}::uuid and t.id = m.id`.execute(tx);
}

/** People and teams directly in the team. */
export async function countInTeam(tx: Tx, orgId: string, id: string): Promise<number> {
  const found = await sql<{ held: number }>`
    select (select count(*) from users where org_id = ${orgId}::uuid and team_id = ${id}::uuid)
      + (select count(*) from teams where org_id = ${orgId}::uuid and parent_id = ${id}::uuid) as held`.execute(
    tx,
  );
  return found.rows[0]?.held ?? 0;
}

export async function deleteTeamRow(tx: Tx, orgId: string, id: string): Promise<void> {
  await sql`delete from teams where org_id = ${orgId}::uuid and id = ${id}::uuid`.execute(tx);
}

import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import type { Output } from '#kernel/contract.ts';
import type { directory } from '../contract/me.ts';
import type { listTeams } from '../contract/teams.ts';

type Directory = Output<typeof directory>;

/** Everybody and every team by name: what a picker, a mention or an avatar needs, and no more. */
export async function listDirectory({ actor, tx }: Step): Promise<Directory> {
  const people = await sql<Directory['people'][number]>`
    select id, name, title, team_id as "teamId", status <> 'disabled' as active from users
    where org_id = ${actor.orgId}::uuid order by name, id`.execute(tx);
  const teams = await sql<Directory['teams'][number]>`
    select id, name, parent_id as "parentId", leader_id as "leaderId" from teams
    where org_id = ${actor.orgId}::uuid order by cardinality(path), name, id`.execute(tx);
  return { people: people.rows, teams: teams.rows };
}

type TeamRow = Output<typeof listTeams>['items'][number];

/** The tree of teams, parents before their children, with the number of active people directly in each. */
export async function listTeamTree({ actor, tx }: Step): Promise<TeamRow[]> {
  const found = await sql<TeamRow>`
    select t.id, t.name, t.parent_id as "parentId", t.leader_id as "leaderId", l.name as "leaderName", t.version,
      (select count(*) from users u where u.org_id = t.org_id and u.team_id = t.id and u.status <> 'disabled') as members
    from teams t left join users l on (l.org_id, l.id) = (t.org_id, t.leader_id)
    where t.org_id = ${actor.orgId}::uuid order by cardinality(t.path), t.name, t.id`.execute(tx);
  return found.rows;
}

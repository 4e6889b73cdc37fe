import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { measureAll } from '#kernel/lists/measure.ts';
import { type Figure, figuresOf } from '#kernel/values/figures.ts';
import { notFound } from '#kernel/values/refusal.ts';
import { capFor } from '#leads/public.ts';
import type * as contract from '../contract.ts';
import { boardAsks } from '../rules/board-asks.ts';

type Board = Output<typeof contract.leadBoard>;

/** How leads are taken care of, as far as this person sees them. */
export async function leadBoard(
  { period, teamId }: Input<typeof contract.leadBoard>,
  step: Step,
): Promise<Board> {
  const { now } = step;
  const owners = teamId ? await peopleBelow(teamId, step) : null;
  const { asked, found } = await measureAll(boardAsks({ period, owners, now: now.toISOString() }), step);
  const figures = asked.flatMap((ask) => figuresOf(ask, found));
  return {
    asOf: now.toISOString(),
    people: await peopleOf(figures, step),
    figures: figures as Board['figures'],
  };
}

/** Everybody in a team and below it. */
async function peopleBelow(teamId: string, { actor, tx }: Step): Promise<string[]> {
  const found = await sql<{ ids: string[] }>`
    select array(select u.id from users u join teams below on below.org_id = u.org_id and below.id = u.team_id
      where u.org_id = t.org_id and t.id = any(below.path) order by u.id) as ids
    from teams t where t.org_id = ${actor.orgId}::uuid and t.id = ${teamId}::uuid`.execute(tx);
  const team = found.rows[0];
  if (!team) throw notFound();
  return team.ids;
}

const perPerson = [
  'held',
  'overdue',
  'silent',
  'convertedNow',
  'captured.owner',
  'never.owner',
  'answered.owner',
];

/** Who stands in the figures, with what he may hold. */
async function peopleOf(figures: readonly Figure[], step: Step): Promise<Board['people']> {
  const { actor, tx } = step;
  const ids = new Set(
    figures.flatMap(({ key }) => {
      const prefix = perPerson.find((one) => key.startsWith(`${one}.`));
      const id = prefix && key.slice(prefix.length + 1);
      return id && id !== 'none' ? [id] : [];
    }),
  );
  if (ids.size === 0) return [];
  const rows = await sql<{ id: string; name: string }>`
    select id, name from users where org_id = ${actor.orgId}::uuid and id = any(${[...ids]}::uuid[])`.execute(
    tx,
  );
  const caps = await capFor([...ids], step);
  return rows.rows.map(({ id, name }) => ({
    id,
    name,
    held: caps.get(id)?.held ?? null,
    cap: caps.get(id)?.cap ?? null,
  }));
}

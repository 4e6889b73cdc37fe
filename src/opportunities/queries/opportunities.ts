import { sql } from 'kysely';
import { may, rightsFor } from '#kernel/access.ts';
import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { fieldOf, rightOn } from '#kernel/fields.ts';
import type { ListSource } from '#kernel/lists/source.ts';
import { readRow } from '#kernel/read-row.ts';
import type * as contract from '../contract.ts';
import { opportunityObject } from '../fields.ts';
import { defaultStages, type Stage } from '../model.ts';

export const opportunitySource: ListSource = { definition: opportunityObject };

type Answer = Output<typeof contract.getOpportunity>;
type Move = Answer['moves'][number];

export async function listStages(
  _input: unknown,
  { actor, tx }: Pick<Step, 'actor' | 'tx'>,
): Promise<Output<typeof contract.listStages>> {
  const found = await sql<Stage>`
    select key, name_zh as "nameZh", name_en as "nameEn", win_rate as "winRate", kind, position
    from opportunity_stages where org_id = ${actor.orgId}::uuid order by position`.execute(tx);
  return { items: found.rows.length > 0 ? found.rows : [...defaultStages] };
}

/** One deal with the history of its stages and what this person may do to it. */
export async function getOpportunity(
  { id }: Input<typeof contract.getOpportunity>,
  step: Step,
): Promise<Answer> {
  const { actor } = step;
  const { row, names } = await readRow(opportunityObject, id, step);
  const stages = await listStages({}, step);
  const moves = await movesOf(id, step);
  for (const { actorId, actorName } of moves) if (actorId && actorName) names[actorId] = actorName;
  const open = row.status === 'open';
  const change = may(actor, 'opportunities.update');
  return {
    opportunity: row as Answer['opportunity'],
    names,
    stages: stages.items,
    moves: moves.map(({ actorName: _name, ...move }) => move),
    may: {
      edit: change,
      move: open && change,
      reopen: !open && may(actor, 'opportunities.reopen'),
      assign: may(actor, 'opportunities.assign'),
      delete: may(actor, 'opportunities.delete'),
    },
  };
}

/** Newest first. Money that the reader may not see is not in the history either. */
async function movesOf(id: string, { actor, tx }: Step): Promise<(Move & { actorName: string | null })[]> {
  const rights = rightsFor(actor, opportunityObject);
  const shown = (key: string) => {
    const field = fieldOf(opportunityObject, key);
    const right = field ? rightOn(field, rights) : 'hidden';
    return right !== 'hidden' && right !== 'masked';
  };
  const found = await sql<Omit<Move, 'at'> & { at: Date; actorName: string | null }>`
    select m.seq, m.from_stage as "fromStage", m.to_stage as "toStage", m.direction, m.skipped, m.at, m.actor_id as "actorId",
      ${shown('amount') ? sql`m.amount` : sql`null::numeric`} as amount,
      ${shown('winRate') ? sql`m.win_rate` : sql`null::numeric`} as "winRate",
      m.days_in_stage as "daysInStage", m.reason, u.name as "actorName"
    from opportunity_moves m left join users u on u.org_id = m.org_id and u.id = m.actor_id
    where m.org_id = ${actor.orgId}::uuid and m.opportunity_id = ${id}::uuid order by m.seq desc`.execute(tx);
  return found.rows.map((move) => ({ ...move, at: move.at.toISOString() }));
}

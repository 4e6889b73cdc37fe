import { sql } from 'kysely';
import { scopeOf } from '#kernel/access.ts';
import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { measureAll } from '#kernel/lists/measure.ts';
import { dayOf } from '#kernel/values/day.ts';
import { type Found, figuresOf } from '#kernel/values/figures.ts';
import { notFound } from '#kernel/values/refusal.ts';
import type * as contract from '../contract.ts';
import type { Block } from '../model.ts';
import { asksFor } from '../rules/asking.ts';
import { blocksFor } from '../rules/blocks.ts';

type Asked = Input<typeof contract.getHome>;
type Answer = Output<typeof contract.getHome>;

/** One person's home: the blocks he has something to see in, and their figures. */
export function getHome(asked: Asked, step: Step): Promise<Answer> {
  return answer(asked, shownTo(step), step);
}

const onFunnelPage: readonly Block[] = ['funnel', 'pipeline', 'team', 'money', 'months', 'channels'];

/** Funnel, forecast, months and team on one page, as far as the reader sees them. */
export function getFunnel(asked: Asked, step: Step): Promise<Answer> {
  return answer(
    asked,
    shownTo(step).filter((block) => onFunnelPage.includes(block)),
    step,
  );
}

function shownTo({ actor }: Step): Block[] {
  return blocksFor({
    permissions: actor.permissions,
    scopeOf: (object) => scopeOf(actor, object),
  });
}

async function answer({ period, teamId }: Asked, blocks: Block[], step: Step): Promise<Answer> {
  const { actor, now } = step;
  const today = dayOf(now, actor.org.zone);
  const { currency } = actor.org;
  const owners = teamId ? await peopleBelow(teamId, step) : null;
  const asks = asksFor(blocks, { period, owners, currency, today });
  const { asked, found } = await measureAll(asks, step);
  return {
    asOf: now.toISOString(),
    today,
    period,
    currency,
    blocks,
    figures: asked.flatMap((ask) => figuresOf(ask, found)) as Answer['figures'],
    people: await namesOf(found, step),
  };
}

/** Everybody in a team and below it, also who has left: his deals stay in the figures. */
async function peopleBelow(teamId: string, { actor, tx }: Step): Promise<string[]> {
  const found = await sql<{ ids: string[] }>`
    select array(select u.id from users u join teams below on below.org_id = u.org_id and below.id = u.team_id
      where u.org_id = t.org_id and t.id = any(below.path) order by u.id) as ids
    from teams t where t.org_id = ${actor.orgId}::uuid and t.id = ${teamId}::uuid`.execute(tx);
  const team = found.rows[0];
  if (!team) throw notFound();
  return team.ids;
}

async function namesOf(found: readonly Found[], { actor, tx }: Step): Promise<Record<string, string>> {
  const ids = found.flatMap(({ id, group }) => (id.startsWith('team.') && group ? [group] : []));
  if (ids.length === 0) return {};
  const rows = await sql<{ id: string; name: string }>`
    select id, name from users where org_id = ${actor.orgId}::uuid and id = any(${[...new Set(ids)]}::uuid[])`.execute(
    tx,
  );
  return Object.fromEntries(rows.rows.map(({ id, name }) => [id, name]));
}

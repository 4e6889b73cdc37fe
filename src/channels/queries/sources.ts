import { type RawBuilder, sql } from 'kysely';
import { type Actor, scopeOf, visibleTo } from '#kernel/access.ts';
import type { ListSource } from '#kernel/lists/source.ts';
import { recordVisible } from '#kernel/records.ts';
import { campaignObject } from '../fields/campaign.ts';
import { costObject } from '../fields/cost.ts';
import { resultObject } from '../fields/result.ts';
import { touchObject } from '../fields/touch.ts';

export const campaignSource: ListSource = { definition: campaignObject };
export const costSource: ListSource = { definition: costObject };

/** Whoever sees a lead sees what brought it: its owners, and the members of the pool it waits in. */
export const touchSource: ListSource = {
  definition: touchObject,
  visible: (actor) =>
    scopeOf(actor, 'leads') === 'all'
      ? sql`t.org_id = ${actor.orgId}::uuid`
      : sql`(t.org_id = ${actor.orgId}::uuid and t.lead_id in (select t.id from leads as t where ${recordVisible(actor, 'leads')}))`,
};

const amountOf = { opportunity: 'opportunities', contract: 'contracts', receipt: 'receivables' } as const;

/**
 * Results as far as one sees leads, by who owns the deal, the contract or the receivable: nobody learns of a colleague's
 * deal by his own lead. Who may not know the amounts of contracts does not find contracts here either.
 */
export const resultSource: ListSource = {
  definition: resultObject,
  visible: (actor) => visibleTo(actor, { ...resultObject, object: 'leads' }),
  where: (actor) => known(actor),
};

function known(actor: Actor): RawBuilder<unknown> {
  const kinds = knownKinds(actor);
  return sql`t.kind = any(${kinds}::text[])`;
}

/** The kinds of result whose amounts this person may know. */
export function knownKinds({ fieldRights }: Actor): string[] {
  return Object.entries(amountOf).flatMap(([kind, object]) => {
    const right = fieldRights[object]?.amount;
    return right === 'hidden' || right === 'masked' ? [] : [kind];
  });
}

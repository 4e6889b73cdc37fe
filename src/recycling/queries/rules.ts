import { sql } from 'kysely';
import { may } from '#kernel/access.ts';
import type { Step } from '#kernel/command.ts';
import type { Output } from '#kernel/contract.ts';
import type * as contract from '../contract.ts';
import { fingerprint } from '../rules/rule-set.ts';
import { readableRules } from '../store/clock-sql.ts';
import { hasSeen, loadPolicy, loadPoolNames } from '../store/policy.ts';

interface Limits {
  readonly atMost: number;
  readonly daysAtMost: number;
  readonly renewalsAtMost: number;
}

/** How many leads a person may protect, for how long, and how often again. */
export async function loadLimits({ tx, actor }: Step): Promise<Limits> {
  const found = await sql<Limits>`
    select protected_at_most as "atMost", protect_days as "daysAtMost", protect_renewals as "renewalsAtMost"
    from lead_policies where org_id = ${actor.orgId}::uuid`.execute(tx);
  return found.rows[0] ?? { atMost: 5, daysAtMost: 90, renewalsAtMost: 2 };
}

/** The rules in force and the draft beside them, and what stands between the two. */
export async function getRecycling(
  _input: object,
  step: Step,
): Promise<Output<typeof contract.getRecycling>> {
  const policy = await loadPolicy(step);
  const { live, draft, enabled } = policy;
  const broken = live ? live.rules.filter((rule) => !readableRules(step, live).includes(rule)) : [];
  return {
    enabled,
    live: live as Output<typeof contract.getRecycling>['live'],
    draft: draft as Output<typeof contract.getRecycling>['draft'],
    changed: live === null || fingerprint(live) !== fingerprint(draft),
    seen: may(step.actor, 'recycling.manage') && (await hasSeen(step, fingerprint(draft))),
    settling:
      policy.version > 0 && policy.clocked !== policy.version && (enabled || policy.pausedOn !== null),
    pausedOn: enabled ? null : policy.pausedOn,
    firstNight: policy.firstNight,
    broken: broken.map(({ id }) => id),
    pools: await loadPoolNames(step),
    limits: await loadLimits(step),
  };
}

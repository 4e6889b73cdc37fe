import type { Step } from '#kernel/command.ts';
import { type Job, job } from '#kernel/jobs.ts';
import { dayOf } from '#kernel/values/day.ts';
import { setRecycleClocks, stopClocks } from '#leads/public.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { loadClockChanges, nextHeld } from '../store/clocks.ts';
import { loadPolicy, type Policy, saveClocked } from '../store/policy.ts';

type Transaction = <T>(work: (step: Step) => Promise<T>) => Promise<T>;
type Live = Policy & { readonly live: RuleSet };

const pieceSize = 5_000;

/**
 * Goes through all held leads and makes every clock what the rules say: after a change of the rules, and every night for
 * what time itself has changed. Writes only what differs; a piece at a time, so it can be broken off anywhere.
 */
export async function setAllClocks(transaction: Transaction, signal?: AbortSignal): Promise<number> {
  const policy = await transaction(loadPolicy);
  if (policy.version === 0) return 0;
  const changed = isLive(policy)
    ? await setThem(transaction, policy, signal)
    : await stopThem(transaction, policy, signal);
  await transaction((step) => saveClocked(step, policy.version));
  return changed;
}

function isLive(policy: Policy): policy is Live {
  return policy.enabled && policy.live !== null;
}

async function setThem(transaction: Transaction, policy: Live, signal?: AbortSignal): Promise<number> {
  let changed = 0;
  for (let after: string | null = null; ; ) {
    signal?.throwIfAborted();
    const from: string | null = after;
    const ids = await transaction(async (step) => {
      const next = await nextHeld(step, from, pieceSize);
      changed += await setSome(step, policy, next);
      return next;
    });
    after = ids.at(-1) ?? null;
    if (ids.length < pieceSize) return changed;
  }
}

async function setSome(step: Step, policy: Live, ids: readonly string[]): Promise<number> {
  const today = dayOf(step.now, step.actor.org.zone);
  const clocks = await loadClockChanges(step, policy, today, ids);
  await setRecycleClocks({ clocks, seen: policy.version }, step);
  return clocks.length;
}

async function stopThem(transaction: Transaction, policy: Policy, signal?: AbortSignal): Promise<number> {
  const { pausedOn } = policy;
  if (pausedOn === null) return 0;
  for (let after: string | null = null, pieces = 0; ; pieces += 1) {
    signal?.throwIfAborted();
    const from: string | null = after;
    after = await transaction((step) => stopClocks({ after: from, pausedOn, atMost: pieceSize }, step));
    if (after === null) return pieces;
  }
}

/** Facts about leads have come in: their clocks follow, as far as the rules say something new of them. */
export async function followFacts(leadIds: readonly string[], step: Step): Promise<void> {
  const policy = await loadPolicy(step);
  if (isLive(policy)) await setSome(step, policy, leadIds);
}

/** Everybody's clocks under rules that have changed; asked for by whoever changed them. */
export const setClocks = job({
  name: 'recycling.clocks',
  schedule: '20 0 * * *',
  seconds: 1_800,
  async run(_data, { transaction, signal, log, orgId }) {
    const changed = await setAllClocks(transaction, signal);
    log.info({ orgId, changed }, 'clocks of recycling set');
  },
}) as Job;

import { requireAccount } from '#accounts/public.ts';
import { acceptValues, expectVersion, updateRow } from '#kernel/changes.ts';
import { orBadInput, orRefuse, type Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce, type Changes } from '#kernel/outbox.ts';
import type * as contract from '../contract.ts';
import { contractUpdated } from '../events.ts';
import { contractObject } from '../fields.ts';
import type { ContractLine, LineEntry, PlanEntry, PlanLine } from '../model.ts';
import { decideEdit } from '../rules/contract-states.ts';
import { spreadPlan } from '../rules/planning.ts';
import { priceLines } from '../rules/pricing.ts';
import { decideTerm } from '../rules/term.ts';
import { loadLines, loadPlan, lockContract, requireDealOf, saveLines, savePlan } from '../store.ts';

/**
 * Changes a draft under the version the caller read; lines and plan are replaced as a whole. A plan by ratio
 * follows the new amount by itself; one by amount stays, and has to agree before the contract is submitted.
 */
export async function updateContract(
  { id, version, lines: lineEntries, plan: planEntries, ...sent }: Input<typeof contract.updateContract>,
  step: Step,
): Promise<Output<typeof contract.updateContract>> {
  const before = expectVersion(await lockContract(step, id), version);
  orRefuse(decideEdit(before.status));
  const values = acceptValues(step.actor, contractObject, sent);
  const after = { ...before, ...values };
  orBadInput('endsOn', decideTerm(after));
  // The account is shut, not only looked at: it cannot go to the bin under a contract that moves to it.
  if (after.accountId !== before.accountId) await requireAccount(String(after.accountId), step);
  if (after.accountId !== before.accountId || after.opportunityId !== before.opportunityId)
    await requireDealOf(String(after.accountId), after.opportunityId, step);
  if ('currency' in values && values.currency === null) values.currency = step.actor.org.currency;

  const content = await newContent(step, id, before.amount, lineEntries, planEntries);
  const saved = await updateRow(step, contractObject, before, values, content.touched);
  if (content.lines) await saveLines(step, id, content.lines);
  if (content.plan) await savePlan(step, id, content.plan);
  if (saved.version !== before.version)
    await announce(step, contractUpdated, {
      subject: id,
      about: [before.accountId],
      changes: { ...saved.changes, ...content.changes },
      data: {},
    });
  return { id, version: saved.version, amount: content.amount };
}

interface NewContent {
  readonly amount: string;
  readonly lines?: readonly ContractLine[];
  readonly plan?: readonly PlanLine[];
  readonly changes: Changes;
  /** Makes the version grow when only lines or plan differ. */
  readonly touched: Readonly<Record<string, unknown>>;
}

async function newContent(
  step: Step,
  id: string,
  amountBefore: string,
  lineEntries: readonly LineEntry[] | undefined,
  planEntries: readonly PlanEntry[] | undefined,
): Promise<NewContent> {
  if (!lineEntries && !planEntries) return { amount: amountBefore, changes: {}, touched: {} };
  const oldLines = await loadLines(step, id);
  const oldPlan = await loadPlan(step, id);
  const priced = lineEntries ? priceLines(lineEntries) : { lines: oldLines, amount: amountBefore };
  const follows = planEntries ?? (oldPlan.some((line) => line.ratio) ? oldPlan : undefined);
  const plan = follows ? orRefuse(spreadPlan(priced.amount, follows)) : oldPlan;
  return {
    amount: priced.amount,
    ...(lineEntries ? { lines: priced.lines } : {}),
    ...(follows ? { plan } : {}),
    changes: {
      ...(priced.amount === amountBefore ? {} : { amount: [amountBefore, priced.amount] as const }),
      ...(lineEntries ? { lines: [oldLines, priced.lines] as const } : {}),
      ...(follows ? { plan: [oldPlan, plan] as const } : {}),
    },
    touched: { amount: priced.amount },
  };
}

import { requireAccount } from '#accounts/public.ts';
import { acceptValues, insertRow, requireCustom } from '#kernel/changes.ts';
import { orBadInput, orRefuse, type Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { newId } from '#kernel/values/id.ts';
import type * as contract from '../contract.ts';
import { contractCreated } from '../events.ts';
import { contractObject } from '../fields.ts';
import { spreadPlan } from '../rules/planning.ts';
import { priceLines } from '../rules/pricing.ts';
import { decideTerm } from '../rules/term.ts';
import { requireDealOf, saveLines, savePlan } from '../store.ts';

/**
 * Drafts a contract with its lines and collection plan. The amount is the sum of the lines, whatever a screen
 * showed; the owner of the account owns it, whoever presses the button. It gets its number when it is submitted.
 */
export async function createContract(
  { lines: lineEntries, plan: planEntries, ...sent }: Input<typeof contract.createContract>,
  step: Step,
): Promise<Output<typeof contract.createContract>> {
  const { actor, now } = step;
  const values = acceptValues(actor, contractObject, sent);
  requireCustom(actor, contractObject, values);
  orBadInput('endsOn', decideTerm(values));
  const account = await requireAccount(String(values.accountId), step);
  await requireDealOf(account.id, values.opportunityId, step);
  const { lines, amount } = priceLines(lineEntries);
  const plan = orRefuse(spreadPlan(amount, planEntries));

  const id = newId();
  const currency = values.currency ?? actor.org.currency;
  await insertRow(
    step,
    contractObject,
    id,
    { ...values, amount, currency },
    {
      status: 'draft',
      owner_id: account.ownerId,
      created_at: now,
      created_by: actor.id,
    },
  );
  await saveLines(step, id, lines);
  await savePlan(step, id, plan);
  await announce(step, contractCreated, {
    subject: id,
    about: [account.id, values.opportunityId as string | null | undefined],
    data: { name: String(values.name), accountId: account.id, ownerId: account.ownerId, amount },
  });
  return { id, version: 1, amount };
}

import { acceptValues, expectVersion, updateRow } from '#kernel/changes.ts';
import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { badInput, Refusal } from '#kernel/values/refusal.ts';
import type * as contract from '../contract.ts';
import { opportunityUpdated } from '../events.ts';
import { opportunityObject } from '../fields.ts';
import { isPostponed } from '../rules/moving.ts';
import { holdParties, lockOpportunity } from '../store/opportunities.ts';
import { differences, saveTotals } from '../store/totals.ts';

/** What a deal was closed with is history; words about it may still be added. */
const fixedWhenClosed = ['amount', 'winRate', 'expectedCloseOn', 'accountId'];

/** Changes a deal under the version the caller read; a later month of closing counts as postponed. */
export async function updateOpportunity(
  { id, version, ...sent }: Input<typeof contract.updateOpportunity>,
  step: Step,
): Promise<Output<typeof contract.updateOpportunity>> {
  const deal = expectVersion(await lockOpportunity(step, id), version);
  const values = acceptValues(step.actor, opportunityObject, sent);
  if (deal.status !== 'open' && fixedWhenClosed.some((key) => key in values && values[key] !== deal[key]))
    throw new Refusal('rule', 'closed');
  if (values.winRate === null) throw badInput([{ field: 'winRate', code: 'required' }]);
  const accountId = String(values.accountId ?? deal.accountId);
  const contactId = ('contactId' in values ? values.contactId : deal.contactId) as string | null;
  if ('accountId' in values || 'contactId' in values) await holdParties(step, { accountId, contactId });
  const later = values.expectedCloseOn as string | null | undefined;
  const postponed = later !== undefined && isPostponed(deal.expectedCloseOn, later);

  const saved = await updateRow(
    step,
    opportunityObject,
    deal,
    values,
    postponed ? { postponed: deal.postponed + 1 } : {},
  );
  if (saved.version === deal.version) return { id, version };
  await announce(step, opportunityUpdated, {
    subject: id,
    about: [deal.accountId, accountId],
    changes: saved.changes,
    data: {},
  });
  if ('amount' in saved.changes || 'winRate' in saved.changes) {
    const amount = String(values.amount ?? deal.amount);
    const winRate = String(values.winRate ?? deal.winRate);
    await saveTotals(step, differences(deal, { ...deal, amount, winRate }));
  }
  return { id, version: saved.version };
}

import { requireAccount } from '#accounts/public.ts';
import { acceptValues, insertRow } from '#kernel/changes.ts';
import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { dayOf } from '#kernel/values/day.ts';
import { newId } from '#kernel/values/id.ts';
import { badInput } from '#kernel/values/refusal.ts';
import type * as contract from '../contract.ts';
import { receiptPosted } from '../events.ts';
import { receiptObject } from '../fields.ts';
import { receiptNumber } from '../rules/numbering.ts';
import { takeNumber } from '../store.ts';

/**
 * Posts money that came in. From now on the row is never changed, only reversed. One line of a bank statement is
 * posted once (`already_exists`), and no receipt is dated in the future. Without a payer the customer paid himself.
 */
export async function createReceipt(
  sent: Input<typeof contract.createReceipt>,
  step: Step,
): Promise<Output<typeof contract.createReceipt>> {
  const { actor, now } = step;
  const values = acceptValues(actor, receiptObject, sent);
  const today = dayOf(now, actor.org.zone);
  const bankDate = String(values.bankDate);
  if (bankDate > today) throw badInput([{ field: 'bankDate', code: 'in_the_future' }]);
  const account = await requireAccount(String(values.accountId), step);

  const id = newId();
  const number = receiptNumber(Number(today.slice(0, 4)), await takeNumber(step, Number(today.slice(0, 4))));
  const payer = String(values.payer ?? account.name);
  const currency = String(values.currency ?? actor.org.currency);
  const amount = String(values.amount);
  await insertRow(
    step,
    receiptObject,
    id,
    {
      ...{ ...values, payer, currency, amount, bankDate },
      bankAccount: values.bankAccount ?? '',
      method: values.method ?? 'transfer',
    },
    { number, owner_id: account.ownerId, created_at: now, created_by: actor.id },
  );
  await announce(step, receiptPosted, {
    subject: id,
    about: [account.id],
    data: { number, accountId: account.id, payer, amount, currency, bankDate },
  });
  return { id, version: 1, number };
}

import { orRefuse, type Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { dayOf } from '#kernel/values/day.ts';
import { newId } from '#kernel/values/id.ts';
import { negateMoney } from '#kernel/values/money.ts';
import type * as contract from '../contract.ts';
import { receiptReversed } from '../events.ts';
import { receiptNumber } from '../rules/numbering.ts';
import { decideReceiptReversal } from '../rules/reversing.ts';
import { lockReceipt, postReversal, takeNumber } from '../store.ts';

/** Takes a whole receipt back with a negative one of its own number. Allowed only while none of it is in use. */
export async function reverseReceipt(
  { id, reason }: Input<typeof contract.reverseReceipt>,
  step: Step,
): Promise<Output<typeof contract.reverseReceipt>> {
  const receipt = await lockReceipt(step, id);
  orRefuse(decideReceiptReversal(receipt));

  const on = dayOf(step.now, step.actor.org.zone);
  const year = Number(on.slice(0, 4));
  const reversalId = newId();
  const number = receiptNumber(year, await takeNumber(step, year));
  const version = await postReversal(step, receipt, { id: reversalId, number, on, reason });
  await announce(step, receiptReversed, {
    subject: id,
    about: [receipt.accountId, reversalId],
    data: { reversalId, amount: negateMoney(receipt.amount), currency: receipt.currency, reason },
  });
  return { id, version, reversalId };
}

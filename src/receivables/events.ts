import { fact } from '#kernel/outbox.ts';

export const receivableOpened = fact<{
  contractId: string;
  accountId: string;
  name: string;
  amount: string;
  currency: string;
  dueOn: string;
}>('receivable.opened', 'receivables');
/** Money was used for this line, or (negative) taken off it again; `on` is the day it counts for. */
export const receivableAllocated = fact<{
  contractId: string;
  accountId: string;
  receiptId: string;
  allocationId: string;
  amount: string;
  currency: string;
  on: string;
  /** The line is settled now. */
  settled: boolean;
}>('receivable.allocated', 'receivables');
export const receivablesFollowed = fact<{ ownerId: string; count: number }>(
  'receivables.followed',
  'contracts',
);

export const receiptPosted = fact<{
  number: string;
  accountId: string;
  payer: string;
  amount: string;
  currency: string;
  bankDate: string;
}>('receipt.posted', 'receipts');
export const receiptAllocated = fact<{ amount: string; currency: string; lines: number; prepaid: string }>(
  'receipt.allocated',
  'receipts',
);
export const allocationReversed = fact<{
  allocationId: string;
  receivableId: string;
  amount: string;
  reason: string;
}>('receipt.allocation_reversed', 'receipts');
export const receiptReversed = fact<{ reversalId: string; amount: string; currency: string; reason: string }>(
  'receipt.reversed',
  'receipts',
);

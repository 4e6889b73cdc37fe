import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '#kernel/values/day.ts';
import { addMoney, compareMoney, sumMoney } from '#kernel/values/money.ts';
import { decideAllocation } from './allocating.ts';
import { decideAllocationReversal, decideReceiptReversal } from './reversing.ts';
import { suggestAllocation } from './suggesting.ts';

const receipt = {
  id: 'r',
  number: 'SK-2026-0001',
  accountId: 'a',
  payer: 'A',
  amount: '100.00',
  allocated: '40.00',
  reversed: '0.00',
  reverses: null,
  currency: 'CNY',
  bankDate: '2026-01-01',
  memo: null,
};
const owed = (id: string, change = {}) => ({
  id,
  contractId: 'c',
  accountId: 'a',
  name: id,
  amount: '50.00',
  allocated: '20.00',
  currency: 'CNY',
  dueOn: '2026-01-01',
  ...change,
});

test('what is left of the receipt may be used, to the cent', () => {
  const lines = [
    { receivableId: 'v1', amount: '30.00' },
    { receivableId: 'v2', amount: '30.00' },
  ];
  expect(decideAllocation({ receipt, receivables: [owed('v1'), owed('v2')], lines })).toEqual({
    yes: { allocated: '60.00', remaining: '0.00' },
  });
});

test.each([
  [{ receipt: { reversed: '60.00' } }, 'receipt_reversed'],
  [{ receipt: { reverses: 'x', amount: '-100.00' } }, 'receipt_reversed'],
  [{ owed: { accountId: 'b' } }, 'other_account'],
  [{ owed: { currency: 'USD' } }, 'other_currency'],
  [{ owed: { allocated: '20.01' } }, 'more_than_open'],
  [{ receipt: { allocated: '70.01' } }, 'more_than_remaining'],
] as const)('%j is refused: %s', (change, code) => {
  const changed = change as { receipt?: object; owed?: object };
  const decided = decideAllocation({
    receipt: { ...receipt, ...changed.receipt },
    receivables: [owed('v1', changed.owed)],
    lines: [{ receivableId: 'v1', amount: '30.00' }],
  });
  expect(decided).toMatchObject({ no: code });
});

test('one receivable is listed once', () => {
  const lines = [1, 2].map(() => ({ receivableId: 'v1', amount: '1.00' }));
  expect(decideAllocation({ receipt, receivables: [owed('v1')], lines })).toEqual({ no: 'line_twice' });
});

const open = (receivableId: string, contractNumber: string, dueOn: string, amount: string) => ({
  ...{ receivableId, contractNumber, dueOn, open: amount },
});
const lines = [
  open('1', 'HT-2026-0001', '2026-01-01', '30000.00'),
  open('2', 'HT-2026-0001', '2026-02-01', '40000.00'),
  open('3', 'HT-2026-0011', '2026-01-15', '50000.00'),
];

test('the memo names a contract, in whatever spelling: its lines, oldest first, then the others', () => {
  const suggestion = suggestAllocation({ remaining: '80000.00', memo: '货款 ht2026 0001 及预付', lines });
  expect(suggestion).toMatchObject({
    reason: 'contractNumber',
    contractNumber: 'HT-2026-0001',
    prepaid: '0.00',
  });
  expect(suggestion.lines.map((line) => line.receivableId)).toEqual(['1', '2', '3']);
});

test('a longer number is not read as a shorter one', () => {
  const more = [...lines, open('4', 'HT-2026-00010', '2026-01-01', '5.00')];
  const suggestion = suggestAllocation({ remaining: '5.00', memo: 'HT-2026-00010', lines: more });
  expect(suggestion.contractNumber).toBe('HT-2026-00010');
  expect(suggestAllocation({ remaining: '5.00', memo: 'HT-2026-00019', lines }).contractNumber).toBeNull();
});

test('without a number the one line of exactly this amount, else the oldest due first', () => {
  const exact = suggestAllocation({ remaining: '40000.00', memo: null, lines });
  expect(exact).toMatchObject({ reason: 'exactAmount', lines: [{ receivableId: '2', amount: '40000.00' }] });
  const oldest = suggestAllocation({ remaining: '45000.00', memo: '货款', lines });
  expect(oldest).toMatchObject({ reason: 'oldestDue' });
  expect(oldest.lines).toEqual([
    { receivableId: '1', amount: '30000.00' },
    { receivableId: '3', amount: '15000.00' },
  ]);
});

test('inside the contract that the memo names, a line of exactly this amount wins', () => {
  const suggestion = suggestAllocation({ remaining: '40000.00', memo: 'HT-2026-0001 二期', lines });
  expect(suggestion).toMatchObject({
    ...{ reason: 'exactAmount', contractNumber: 'HT-2026-0001', prepaid: '0.00' },
    lines: [{ receivableId: '2', amount: '40000.00' }],
  });
});

test('nothing open: all of it is prepayment', () => {
  expect(suggestAllocation({ remaining: '5.00', memo: null, lines: [] })).toEqual({
    ...{ reason: 'nothingOpen', contractNumber: null, lines: [], prepaid: '5.00' },
  });
});

test('a proposal never uses more than came in, nor more than is open, and loses no cent', () => {
  const cents = fc.integer({ min: 1, max: 10 ** 9 }).map((n) => (n / 100).toFixed(2));
  const line = fc.tuple(cents, fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 3 }));
  fc.assert(
    fc.property(cents, fc.array(line, { maxLength: 12 }), (remaining, rows) => {
      const given = rows.map(([amount, day, contract], index) =>
        open(`v${index}`, `HT-2026-000${contract}`, addDays('2026-01-01', day), amount),
      );
      const { lines: used, prepaid } = suggestAllocation({ remaining, memo: 'HT-2026-0002', lines: given });
      expect(addMoney(sumMoney(used.map((one) => one.amount)), prepaid)).toBe(remaining);
      for (const one of used) {
        const whole = given.find((other) => other.receivableId === one.receivableId);
        expect(compareMoney(one.amount, whole?.open ?? '0.00')).not.toBe(1);
      }
      expect(new Set(used.map((one) => one.receivableId)).size).toBe(used.length);
    }),
  );
});

test('posted rows are taken back once, and a receipt only while unused', () => {
  expect(decideAllocationReversal({ reverses: null }, false)).toEqual({ yes: true });
  expect(decideAllocationReversal({ reverses: null }, true)).toEqual({ no: 'already_reversed' });
  expect(decideAllocationReversal({ reverses: 'x' }, false)).toEqual({ no: 'is_reversal' });
  const unused = { reverses: null, reversed: '0.00', allocated: '0.00' };
  expect(decideReceiptReversal(unused)).toEqual({ yes: true });
  expect(decideReceiptReversal({ ...unused, allocated: '0.01' })).toMatchObject({ no: 'still_allocated' });
  expect(decideReceiptReversal({ ...unused, reversed: '5.00' })).toEqual({ no: 'already_reversed' });
  expect(decideReceiptReversal({ ...unused, reverses: 'x' })).toEqual({ no: 'is_reversal' });
});

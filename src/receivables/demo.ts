import { sql } from 'kysely';
import type { SeededContract } from '#contracts/model.ts';
import type { Demo, DemoWorld } from '#kernel/demo.ts';
import { addDays, atTime, dayOf } from '#kernel/values/day.ts';
import { allocateReceipt } from './commands/allocate-receipt.ts';
import { createReceipt } from './commands/create-receipt.ts';
import { openReceivables } from './commands/open-receivables.ts';
import { type OpenedLine, type Payment, payFor } from './demo/paying.ts';

const finance = 'finance@demo.yingdan.test';
const zone = 'Asia/Shanghai';
/** Receipts that wait for finance on the morning of the demo. */
const deskSize = 5;
const banks = ['工行 0915', '招行 7720'] as const;

/** Everything owed on the demo's contracts, and nine months of money: on time, late, in part, and not yet. */
async function seed(world: DemoWorld): Promise<void> {
  const contracts = (world.made.get('contracts') ?? []) as readonly SeededContract[];
  for (const { id, activatedAt } of contracts)
    await openReceivables({ contractId: id }, world.as(null, activatedAt));
  const lines = await loadLines(contracts, world);
  const today = dayOf(world.today, zone);
  const payments = lines
    .flatMap((line) => payFor(line, world.random) ?? [])
    .filter((payment) => payment.paidOn < today)
    .sort((a, b) => (a.paidOn < b.paidOn ? -1 : a.paidOn > b.paidOn ? 1 : 0));
  for (const [index, payment] of payments.entries()) await receive(payment, index, today, world);
  const paid = new Set(payments.map((payment) => payment.line.id));
  const waiting = lines
    .filter((line) => !paid.has(line.id) && line.dueOn < addDays(today, 20))
    .slice(-deskSize);
  for (const [index, line] of waiting.entries()) {
    const paidOn = addDays(today, index < 3 ? -1 : -2);
    if (line.activatedOn <= paidOn)
      await receive({ line, paidOn, amount: line.amount, used: line.amount }, 200 + index, today, world);
  }
}

/** The last few days are still on finance's desk: posted, not yet allocated. */
async function receive(payment: Payment, index: number, today: string, world: DemoWorld): Promise<void> {
  const { line, paidOn, amount, used } = payment;
  const hour = 9 + (index % 8);
  const step = world.as(finance, atTime(paidOn, `${String(hour).padStart(2, '0')}:20`, zone));
  const named = index % 3 !== 0;
  const receipt = await createReceipt(
    {
      accountId: line.accountId,
      payer: line.accountName,
      amount,
      bankDate: paidOn,
      bankAccount: banks[index % 2],
      reference: `${paidOn.replaceAll('-', '')}${String(320_418 + index * 7)}`,
      method: index % 9 === 4 ? 'bill' : 'transfer',
      memo: named ? `${line.name} ${line.contractNumber.replaceAll('-', '')}` : '货款',
    } as Parameters<typeof createReceipt>[0],
    step,
  );
  if (paidOn >= addDays(today, -4)) return;
  await allocateReceipt({ id: receipt.id, lines: [{ receivableId: line.id, amount: used }] }, step);
}

async function loadLines(contracts: readonly SeededContract[], world: DemoWorld): Promise<OpenedLine[]> {
  const { tx, actor } = world.as(null, world.today);
  const found = await sql<Omit<OpenedLine, 'ownerEmail' | 'activatedOn'> & { contractId: string }>`
    select t.id, t.contract_id as "contractId", t.account_id as "accountId", a.name as "accountName",
      c.number as "contractNumber", t.name, t.amount, t.due_on as "dueOn"
    from receivables t
    join contracts c on c.org_id = t.org_id and c.id = t.contract_id
    join accounts a on a.org_id = t.org_id and a.id = t.account_id
    where t.org_id = ${actor.orgId}::uuid order by t.due_on, c.number, t.position`.execute(tx);
  const byId = new Map(contracts.map((contract) => [contract.id, contract]));
  return found.rows.flatMap(({ contractId, ...line }) => {
    const contract = byId.get(contractId);
    if (!contract) return [];
    return [{ ...line, ownerEmail: contract.ownerEmail, activatedOn: dayOf(contract.activatedAt, zone) }];
  });
}

export const demo: Demo = { seed };

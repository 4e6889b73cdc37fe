import { decideApproval } from '#approvals/public.ts';
import type { DemoPeople } from '#identity/public.ts';
import type { Demo, DemoWorld } from '#kernel/demo.ts';
import { addDays, dayOf } from '#kernel/values/day.ts';
import type { SeededOpportunity } from '#opportunities/model.ts';
import { createContract } from './commands/create-contract.ts';
import { settleContract } from './commands/settle-contract.ts';
import { submitContract } from './commands/submit-contract.ts';
import { voidContract } from './commands/void-contract.ts';
import { approvalComments, rejections } from './demo/cast.ts';
import { linesFor, planFor } from './demo/write-contract.ts';
import type { SeededContract } from './model.ts';
import { contentHashOf } from './store.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** A contract for every deal that was won, approved on the day; and what lies on desks today: drafts, questions, a refusal. */
async function seed(world: DemoWorld): Promise<void> {
  const deals = (world.made.get('opportunities') ?? []) as readonly SeededOpportunity[];
  const made: SeededContract[] = [];
  const won = deals.filter((deal) => deal.status === 'won' && deal.closedAt);
  for (const deal of [...won].sort((a, b) => Number(a.closedAt) - Number(b.closedAt)))
    made.push(await signDeal(deal, deal.closedAt ?? world.today, world));
  await fillDesks(deals, world);
  world.made.set('contracts', made);
}

async function signDeal(deal: SeededOpportunity, closedAt: Date, world: DemoWorld): Promise<SeededContract> {
  const draftedAt = new Date(Math.max(closedAt.getTime() - 2 * day, deal.createdAt.getTime()));
  const { id } = await draft(deal, draftedAt, world);
  const asked = await ask(deal, id, new Date(draftedAt.getTime() + 3 * hour), world);
  const { approvalId } = asked;
  const decidedAt = new Date(Math.max(closedAt.getTime(), draftedAt.getTime() + 4 * hour));
  const at = decidedAt < world.today ? decidedAt : world.today;
  await answer(asked, 'approved', pick(approvalComments, world.random), at, world);
  const system = world.as(null, at);
  await settleContract(
    {
      ...{ contractId: id, approvalId, outcome: 'approved', comment: null },
      contentHash: await contentHashOf(system, id),
    },
    system,
  );
  const { ownerEmail, accountId } = deal;
  return { id, accountId, ownerEmail, activatedAt: at };
}

/** Deals whose contract is being drafted: a third waits for the leader, one was refused, one was given up. */
async function fillDesks(deals: readonly SeededOpportunity[], world: DemoWorld): Promise<void> {
  const drafting = deals.filter((deal) => deal.stage === 'drafting' && deal.status === 'open');
  for (const [index, deal] of drafting.entries()) {
    const hoursAgo = 2 + Math.floor(world.random() * 60);
    const at = new Date(Math.max(world.today.getTime() - hoursAgo * hour, deal.createdAt.getTime()));
    if (index % 4 === 3) continue;
    const { id } = await draft(deal, at, world);
    const asked = index % 4 === 0 ? null : await ask(deal, id, new Date(at.getTime() + hour / 2), world);
    const turn = index % 8;
    if (turn === 4)
      await voidContract({ id, reason: '客户改为年度框架，重新起草' }, world.as(deal.ownerEmail, at));
    if (turn === 5 && asked) await refuse(asked, new Date(at.getTime() + hour), world);
  }
}

type Asked = Awaited<ReturnType<typeof submitContract>>;

async function refuse(asked: Asked, at: Date, world: DemoWorld): Promise<void> {
  const comment = pick(rejections, world.random);
  await answer(asked, 'rejected', comment, at, world);
  await settleContract(
    { contractId: asked.id, approvalId: asked.approvalId, outcome: 'rejected', comment, contentHash: null },
    world.as(null, at),
  );
}

function draft(deal: SeededOpportunity, at: Date, world: DemoWorld): Promise<{ id: string }> {
  const step = world.as(deal.ownerEmail, at);
  const signedOn = dayOf(new Date(at.getTime() + 2 * day), step.actor.org.zone);
  const yearly = /年|订阅/.test(deal.name);
  return createContract(
    {
      ...{ name: deal.name, accountId: deal.accountId, opportunityId: deal.id },
      startsOn: signedOn,
      endsOn: addDays(signedOn, yearly ? 364 : 180 + Math.floor(world.random() * 300)),
      lines: linesFor(deal.amount, world.random).map((line) => ({ ...line, unit: line.unit ?? null })),
      plan: planFor(signedOn, world.random),
    } as Parameters<typeof createContract>[0],
    step,
  );
}

function ask(deal: SeededOpportunity, id: string, at: Date, world: DemoWorld): Promise<Asked> {
  return submitContract({ id }, world.as(deal.ownerEmail, at));
}

async function answer(
  { approvalId, approverId }: Asked,
  verdict: 'approved' | 'rejected',
  comment: string,
  at: Date,
  world: DemoWorld,
): Promise<void> {
  const people = world.made.get('identity') as DemoPeople;
  const email = [...people.byEmail].find(([, actor]) => actor.id === approverId)?.[0] ?? null;
  await decideApproval({ id: approvalId, verdict, comment }, world.as(email, at));
}

const pick = <T>(list: readonly T[], random: () => number): T =>
  list[Math.floor(random() * list.length)] as T;

export const demo: Demo = { seed };

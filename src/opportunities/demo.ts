import type { SeededAccount } from '#accounts/model.ts';
import { type RecordedActivity, recordActivities } from '#activities/public.ts';
import type { Step } from '#kernel/command.ts';
import type { Demo, DemoWorld } from '#kernel/demo.ts';
import { announceMany } from '#kernel/outbox.ts';
import { atTime, dayOf } from '#kernel/values/day.ts';
import { startPipeline } from './commands/start-pipeline.ts';
import { dealLines, sellers } from './demo/cast.ts';
import { atWork, type MadeDeal, makeDeal } from './demo/make-deal.ts';
import { opportunityClosed, opportunityCreated, opportunityMoved } from './events.ts';
import type { SeededOpportunity } from './model.ts';
import { insertOpportunities } from './store/add-opportunities.ts';

const day = 86_400_000;

/** Deals in every stage, the won and lost ones with the course they took; some drift, some have slipped. */
async function seed(world: DemoWorld): Promise<void> {
  const accounts = (world.made.get('accounts') ?? []) as readonly SeededAccount[];
  await startPipeline(null, world.as(null, world.today));
  const seeded: SeededOpportunity[] = [];
  for (const seller of sellers) {
    const email = `${seller.account}@demo.yingdan.test`;
    const own = accounts.filter((account) => account.ownerEmail === email);
    if (own.length === 0) continue;
    const step = world.as(email, world.today);
    const made = Array.from({ length: seller.deals }, () => {
      const account = own[Math.floor(world.random() * own.length)] as SeededAccount;
      return makeDeal({ ...seller, account, today: world.today, random: world.random });
    });
    await insertOpportunities(
      step,
      made.map(({ deal }) => deal),
      made.flatMap(({ moves }) => moves),
    );
    await announceCourse(step, made);
    await recordActivities(
      made.flatMap((one) => followUps(one, world, step.actor.org.zone)),
      step,
    );
    seeded.push(...made.map(({ deal }) => seededDeal(deal, email)));
  }
  world.made.set('opportunities', seeded);
}

function seededDeal(deal: MadeDeal['deal'], ownerEmail: string): SeededOpportunity {
  return {
    id: deal.id,
    name: deal.name,
    accountId: deal.account_id,
    contactId: deal.contact_id,
    ownerId: deal.owner_id,
    ownerEmail,
    amount: deal.amount,
    stage: deal.stage,
    status: deal.status,
    createdAt: deal.created_at,
    closedAt: deal.closed_at,
  };
}

async function announceCourse(step: Step, made: readonly MadeDeal[]): Promise<void> {
  await announceMany(
    step,
    opportunityCreated,
    made.map(({ deal }) => ({
      subject: deal.id,
      at: deal.created_at,
      about: [deal.account_id],
      data: {
        name: deal.name,
        accountId: deal.account_id,
        ownerId: deal.owner_id,
        stage: 'contacted',
        amount: deal.amount,
        leadId: null,
        channel: deal.channel,
      },
    })),
  );
  const moves = made.flatMap(({ deal, moves: all }) => all.slice(1).map((move) => ({ deal, move })));
  const factOf = ({ deal, move }: (typeof moves)[number]) => ({
    subject: deal.id,
    at: move.at,
    about: [deal.account_id],
    changes: { stage: [move.from_stage, move.to_stage] as const },
    data: {
      accountId: deal.account_id,
      ownerId: deal.owner_id,
      from: move.from_stage ?? '',
      to: move.to_stage,
      direction: move.direction,
      skipped: move.skipped,
      amount: move.amount,
      winRate: move.win_rate,
      daysInStage: move.days_in_stage,
      reason: move.reason,
    },
  });
  const forward = moves.filter(({ move }) => move.direction === 'forward');
  const ends = moves.filter(({ move }) => move.direction !== 'forward');
  await announceMany(step, opportunityMoved, forward.map(factOf));
  await announceMany(
    step,
    opportunityClosed,
    ends.map((end) => ({
      ...factOf(end),
      data: { ...factOf(end).data, status: end.deal.status, note: null },
    })),
  );
}

/** Two to five contacts on the way; an open deal mostly has a next step, a drifting one had it yesterday. */
function followUps({ deal }: MadeDeal, { random, today }: DemoWorld, zone: string): RecordedActivity[] {
  const start = deal.created_at.getTime();
  const end = Math.min((deal.closed_at ?? today).getTime(), today.getTime() - 2 * day);
  if (end <= start) return [];
  const subject = {
    object: 'opportunities',
    id: deal.id,
    name: deal.name,
    ownerId: deal.owner_id,
    accountId: deal.account_id,
    contactId: deal.contact_id,
    about: [deal.id, deal.account_id, ...(deal.contact_id ? [deal.contact_id] : [])],
  };
  const count = 2 + Math.floor(random() * 4);
  const times = Array.from({ length: count }, () =>
    atWork(new Date(start + random() * (end - start)), random),
  ).sort((one, other) => one.getTime() - other.getTime());
  const planned = deal.status === 'open' && random() < 0.8;
  const due = atTime(dayOf(new Date(today.getTime() + (random() * 9 - 1) * day), zone), '10:00', zone);
  return times.map((happenedAt, index) => {
    const [kind, content, minutes] = dealLines[Math.floor(random() * dealLines.length)] ?? dealLines[0];
    const last = index === times.length - 1;
    return {
      subject,
      kind,
      content,
      result: kind === 'call' ? ('interested' as const) : null,
      durationSeconds: minutes ? Math.round(minutes * 60 * (0.7 + random() * 0.6)) : null,
      happenedAt,
      nextContactAt: last && planned ? due : null,
      nextNote: last && planned ? '推进下一步' : null,
    };
  });
}

export const demo: Demo = { seed };

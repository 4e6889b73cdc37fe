import type { SeededAccount } from '#accounts/model.ts';
import type { Step } from '#kernel/command.ts';
import type { Demo, DemoWorld } from '#kernel/demo.ts';
import { announceMany } from '#kernel/outbox.ts';
import { openFirstPool } from './commands/open-first-pool.ts';
import { habits } from './demo/cast.ts';
import { recordCalls } from './demo/course.ts';
import { atWork, laterOf, makeLead, officeHours, type Plan } from './demo/make-lead.ts';
import { leadConverted, leadCreated } from './events.ts';
import { insertLeads, type NewLead } from './store/add-leads.ts';
import { loadSeededAccounts, saveDemoCourse } from './store/demo-course.ts';

const day = 86_400_000;
const monthsBack = 9;
const inPool = 420;
const invalid = 260;
const perStatement = 400;

/** Nine months of leads: what the pool holds, what reps sit on, what came to nothing, what became a customer. */
async function seed(world: DemoWorld): Promise<void> {
  const system = world.as(null, new Date(world.today.getTime() - monthsBack * 31 * day));
  const { poolId } = await openFirstPool(system);
  const step = world.as('marketing@demo.yingdan.test', world.today);
  const plans = [
    ...openPlans(world),
    ...poolPlans(world, poolId),
    ...invalidPlans(world),
    ...(await convertedPlans(world, step)),
  ];
  plans.sort((one, other) => one.capturedAt.getTime() - other.capturedAt.getTime());
  const made = plans.map((plan, index) => ({ plan, lead: makeLead(plan, index, world.random) }));
  for (let at = 0; at < made.length; at += perStatement)
    await add(world, step, made.slice(at, at + perStatement));
}

async function add(
  world: DemoWorld,
  step: Step,
  made: readonly { plan: Plan; lead: NewLead }[],
): Promise<void> {
  const added = await insertLeads(
    step,
    made.map(({ lead }) => lead),
    'created',
  );
  const fresh = made.filter(({ lead }) => added.has(lead.id));
  await announceCreated(
    step,
    fresh.map(({ lead }) => lead),
  );
  await saveDemoCourse(
    step,
    fresh.map(({ plan, lead }) => ({ ...plan.course, id: lead.id })),
  );
  await recordCalls(world, fresh);
  await announceConverted(
    world,
    fresh.filter(({ plan }) => plan.course.accountId),
  );
}

/** Who held the lead made the customer of it. */
async function announceConverted(
  world: DemoWorld,
  converted: readonly { plan: Plan; lead: NewLead }[],
): Promise<void> {
  const accounts = (world.made.get('accounts') ?? []) as readonly SeededAccount[];
  const emails = new Map(accounts.map(({ ownerId, ownerEmail }) => [ownerId, ownerEmail]));
  for (const [ownerId, own] of Map.groupBy(converted, ({ lead }) => lead.ownerId))
    await announceMany(
      world.as(emails.get(ownerId ?? '') ?? null, world.today),
      leadConverted,
      own.map(({ plan, lead }) => ({
        subject: lead.id,
        about: [plan.course.accountId],
        at: plan.course.convertedAt ?? undefined,
        changes: { status: ['following', 'converted'] as const },
        data: { accountId: plan.course.accountId ?? '', contactId: null, opportunityId: null },
      })),
    );
}

function announceCreated(step: Step, leads: readonly NewLead[]): Promise<void> {
  return announceMany(
    step,
    leadCreated,
    leads.map((lead) => ({
      subject: lead.id,
      at: lead.capturedAt,
      data: { company: lead.company, ownerId: lead.ownerId, poolId: lead.poolId, channel: lead.channel },
    })),
  );
}

function openPlans(world: DemoWorld): Plan[] {
  return habits.flatMap(({ account, open, idleDays }) => {
    const ownerId = world.as(`${account}@demo.yingdan.test`, world.today).actor.id;
    const office = (at: Date) => officeHours(at, world.random);
    return Array.from({ length: open }, () => {
      const heldFor = world.random() * 6.6 + 0.1;
      const since = office(new Date(world.today.getTime() - heldFor * day));
      const followed = world.random() < 0.72;
      const idle = Math.min(world.random() * idleDays, heldFor) * day;
      const last = followed ? laterOf(since, office(new Date(world.today.getTime() - idle))) : null;
      const next =
        last && world.random() < 0.8
          ? atWork(new Date(world.today.getTime() + (world.random() * 4 - 1) * day), world.random)
          : null;
      const capturedAt = office(new Date(since.getTime() - world.random() * 3 * day));
      return {
        capturedAt,
        since,
        ownerId,
        poolId: null,
        status: followed ? 'following' : 'pending',
        course: { status: followed ? 'following' : 'pending', lastActivityAt: last, nextContactAt: next },
      };
    });
  });
}

function poolPlans(world: DemoWorld, poolId: string): Plan[] {
  return Array.from({ length: inPool }, () => {
    const age = world.random() ** 2 * monthsBack * 30;
    const capturedAt = officeHours(new Date(world.today.getTime() - age * day), world.random);
    const inPoolFor = world.random() * Math.min(age, 60) * day;
    const since = laterOf(capturedAt, officeHours(new Date(world.today.getTime() - inPoolFor), world.random));
    return {
      capturedAt,
      since,
      ownerId: null,
      poolId,
      status: 'unassigned',
      course: { status: 'unassigned' },
    };
  });
}

function invalidPlans(world: DemoWorld): Plan[] {
  const reasons = ['emptyNumber', 'competitor', 'noNeed', 'duplicate', 'other'] as const;
  return Array.from({ length: invalid }, () => {
    const age = 12 + world.random() * (monthsBack * 30 - 12);
    const capturedAt = officeHours(new Date(world.today.getTime() - age * day), world.random);
    const rep = habits[Math.floor(world.random() * habits.length)] ?? habits[0];
    const ownerId = world.as(`${rep.account}@demo.yingdan.test`, world.today).actor.id;
    const last = laterOf(
      capturedAt,
      officeHours(new Date(capturedAt.getTime() + world.random() * 8 * day), world.random),
    );
    const invalidReason = reasons[Math.floor(world.random() * reasons.length)] ?? 'other';
    return {
      capturedAt,
      since: capturedAt,
      ownerId,
      poolId: null,
      status: 'pending',
      course: { status: 'invalid', lastActivityAt: last, invalidReason },
    };
  });
}

/** The leads that the seeded customers once were. */
async function convertedPlans(world: DemoWorld, step: Step): Promise<Plan[]> {
  const accounts = await loadSeededAccounts(step);
  return accounts.map((account) => {
    const convertedAt = account.createdAt;
    const age = (1 + world.random() * 20) * day;
    const capturedAt = officeHours(new Date(convertedAt.getTime() - age), world.random);
    return {
      capturedAt,
      since: capturedAt,
      ownerId: account.ownerId,
      poolId: null,
      status: 'following',
      company: account.name,
      industry: account.industry,
      region: account.region,
      channel: account.channel,
      course: { status: 'converted', lastActivityAt: convertedAt, convertedAt, accountId: account.id },
    };
  });
}

export const demo: Demo = { seed };

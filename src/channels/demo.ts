import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import type { Demo, DemoWorld } from '#kernel/demo.ts';
import { addDays, dayOf } from '#kernel/values/day.ts';
import { addMonthsToMonth, endOfMonth, monthOf } from '#kernel/values/period.ts';
import { captureLeads } from '#leads/public.ts';
import { createCampaign } from './commands/create-campaign.ts';
import { setCost } from './commands/set-cost.ts';
import { campaigns, monthly } from './demo/plans.ts';

const marketing = 'marketing@demo.yingdan.test';
const day = 86_400_000;
const monthsBack = 9;

/** Nine months of marketing: what every channel cost each month, two campaigns that brought leads, one that is planned. */
async function seed(world: DemoWorld): Promise<void> {
  const zone = world.as(null, world.today).actor.org.zone;
  const thisMonth = monthOf(dayOf(world.today, zone));
  for (const plan of campaigns) await runCampaign(world, plan, thisMonth);
  for (let back = monthsBack; back >= 0; back -= 1) {
    const month = addMonthsToMonth(thisMonth, -back);
    const at = bookedAt(world, month);
    for (const { channel, amount, swing } of monthly)
      await setCost(
        { channel, campaignId: null, month, amount: around(amount, swing, world.random) },
        world.as(marketing, at),
      );
  }
  await comeAgain(world);
}

async function runCampaign(
  world: DemoWorld,
  { name, code, channel, status, from, months, budget, costs }: (typeof campaigns)[number],
  thisMonth: string,
): Promise<void> {
  const first = addMonthsToMonth(thisMonth, from);
  const startsOn = `${first}-06`;
  const made = new Date(
    Math.min(world.today.getTime() - day, Date.parse(`${startsOn}T02:00:00Z`) - 20 * day),
  );
  const step = world.as(marketing, made);
  const endsOn = months === null ? null : endOfMonth(`${addMonthsToMonth(first, months - 1)}-01`);
  const { id } = await createCampaign(
    { name, code, channel, status, startsOn, endsOn, budget } as never,
    step,
  );
  for (const [at, amount] of costs.entries()) {
    const month = addMonthsToMonth(first, at);
    if (month <= thisMonth)
      await setCost({ channel, campaignId: id, month, amount }, world.as(marketing, bookedAt(world, month)));
  }
}

/** Costs of a month are entered when it is over; those of the present one as they come. */
function bookedAt(world: DemoWorld, month: string): Date {
  const over = Date.parse(`${addDays(endOfMonth(`${month}-01`), 3)}T03:00:00Z`);
  return new Date(Math.min(over, world.today.getTime() - 2 * 3_600_000));
}

function around(amount: number, swing: number, random: () => number): string {
  const cents = Math.round(amount * 100 * (1 - swing + 2 * swing * random()));
  return `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
}

/** One lead in nine met us again on another way, some days after it came. */
async function comeAgain(world: DemoWorld): Promise<void> {
  const step = world.as(marketing, world.today);
  const ways = ['website', 'search', 'social', 'media'] as const;
  const again = (await knownLeads(step)).flatMap(({ phone, company, channel, capturedAt }, index) => {
    const at = new Date(capturedAt.getTime() + (1 + world.random() * 18) * day);
    const way = ways[Math.floor(world.random() * ways.length)] ?? 'website';
    if (index % 9 !== 4 || way === channel || at >= world.today) return [];
    return [{ values: { company, phone, channel: way, campaign: null }, at }];
  });
  const touch = { via: null, lastClick: {}, firstClick: {}, submissionId: null, consent: null };
  await captureLeads(
    again.map(({ values, at }) => ({
      ...{ values, method: 'form', raw: null, capturedAt: at, ownerId: null, poolId: null, touch },
    })),
    step,
  );
}

async function knownLeads({ tx, actor }: Step) {
  const found = await sql<{ phone: string; company: string; channel: string; capturedAt: Date }>`
    select phone, company, channel, captured_at as "capturedAt" from leads
    where org_id = ${actor.orgId}::uuid and mobile_key is not null and deleted_at is null order by captured_at, id`.execute(
    tx,
  );
  return found.rows;
}

export const demo: Demo = { seed };

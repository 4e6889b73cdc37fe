import { companyKeys } from '#kernel/values/company-name-hant.ts';
import { addDays, atTime, dayOf } from '#kernel/values/day.ts';
import { newId } from '#kernel/values/id.ts';
import { isWorkday } from '#kernel/values/workday.ts';
import type { LeadStatus } from '../model.ts';
import type { NewLead } from '../store/add-leads.ts';
import type { DemoCourse } from '../store/demo-course.ts';
import { channelMix, firsts, given, notes, places, seconds, surnames, titles, trades } from './cast.ts';

/** What the demo decides about one lead before it gets a face. */
export interface Plan {
  readonly capturedAt: Date;
  readonly since: Date;
  readonly ownerId: string | null;
  readonly poolId: string | null;
  /** The state it is added in; an open one counts for its holder until the course says otherwise. */
  readonly status: LeadStatus;
  readonly company?: string;
  readonly industry?: string | null;
  readonly region?: string | null;
  readonly channel?: string | null;
  readonly course: Omit<DemoCourse, 'id'>;
}

const pick = <T>(list: readonly T[], random: () => number): T =>
  list[Math.floor(random() * list.length)] as T;

/** Who became a customer more often was a large company that told more of itself: there is something to learn. */
const promises: Partial<Record<LeadStatus, number>> = { converted: 1.2, invalid: 0.85 };

/** Gives a planned lead its company, person and numbers; the same ones on every machine. */
export function makeLead(plan: Plan, index: number, random: () => number): NewLead {
  const place = pick(places, random);
  const [trade, industry] = pick(trades, random);
  const company = plan.company ?? `${place}${pick(firsts, random)}${pick(seconds, random)}${trade}有限公司`;
  const channel = plan.channel ?? pickChannel(random);
  const promise = promises[plan.course.status] ?? 1;
  const large = random() < promise * (channelMix.find((one) => one.key === channel)?.large ?? 0.3);
  const phone = `+861${['38', '39', '56', '77', '86'][index % 5]}${String(10_000_000 + index * 4_337).slice(-8)}`;
  const capital = large
    ? 50_000_000 + Math.floor(random() * 150) * 1_000_000
    : (1 + Math.floor(random() * 40)) * 1_000_000;
  const staff = large ? 100 + Math.floor(random() * 900) : 8 + Math.floor(random() * 140);
  return {
    id: newId(),
    company,
    companyKey: companyKeys(company).key,
    contactName: `${pick(surnames, random)}${pick(given, random)}`,
    phone,
    mobileKey: phone,
    email: random() < 0.6 * promise ? `contact${index}@corp-example.cn` : null,
    title: pick(titles, random),
    channel,
    campaign: channel === 'exhibition' ? '华东工博会' : channel === 'social' ? '外观检测公开课' : null,
    region: plan.region ?? place,
    industry: plan.industry ?? industry,
    registeredCapital: `${capital}.00`,
    staffCount: staff,
    expectedAmount: random() < 0.7 * promise ? `${(2 + Math.floor(random() * 60)) * 10_000}.00` : null,
    // Rules say it, as soon as scoring has its turn.
    class: null,
    note: pick(notes, random) || null,
    status: plan.status,
    ownerId: plan.ownerId,
    poolId: plan.poolId,
    capturedAt: plan.capturedAt,
    captureMethod: channel === 'website' || channel === 'social' ? 'form' : 'manual',
    custom: {},
    raw: null,
    since: plan.since,
  };
}

function pickChannel(random: () => number): string {
  let rest = random();
  for (const { key, share } of channelMix) {
    rest -= share;
    if (rest < 0) return key;
  }
  return 'other';
}

const zone = 'Asia/Shanghai';

/**
 * The nearest moment before at which an office is open: nine to half past five, workdays; one lead in twelve comes on a
 * free day. Never later than the moment itself, so that the order of what was planned stays.
 */
export function officeHours(at: Date, random: () => number): Date {
  const late = random() < 1 / 12;
  for (let on = dayOf(at, zone); ; on = addDays(on, -1)) {
    if (!late && !isWorkday(on)) continue;
    const opens = atTime(on, '09:00', zone).getTime();
    const latest = Math.min(at.getTime(), opens + 510 * 60_000);
    if (latest > opens) return new Date(opens + random() * (latest - opens));
  }
}

/** The same day between nine and half past five. */
export function atWork(at: Date, random: () => number): Date {
  return new Date(atTime(dayOf(at, zone), '09:00', zone).getTime() + Math.floor(random() * 510) * 60_000);
}

/** A while after the first when the second is not later. */
export function laterOf(first: Date, second: Date): Date {
  return second > first ? second : new Date(first.getTime() + 20 * 60_000);
}

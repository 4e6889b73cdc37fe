import type { SeededAccount } from '#accounts/model.ts';
import type { Demo, DemoWorld } from '#kernel/demo.ts';
import { addDays, atTime, dayOf, startOfDay } from '#kernel/values/day.ts';
import { isWorkday } from '#kernel/values/workday.ts';
import { type RecordedActivity, recordActivities } from './commands/record-activities.ts';
import { habits, lines, nextSteps } from './demo/cast.ts';
import type { Subject } from './model.ts';

type Habit = (typeof habits)[number];

const day = 86_400_000;

/** Nine months of work by habit, up to the calls of this morning and the list for the rest of the day. */
async function seed(world: DemoWorld): Promise<void> {
  const accounts = (world.made.get('accounts') ?? []) as readonly SeededAccount[];
  for (const habit of habits) {
    const email = `${habit.account}@demo.yingdan.test`;
    const own = accounts.filter((account) => account.ownerEmail === email);
    if (own.length === 0) continue;
    const step = world.as(email, world.today);
    const rows = [...pastWork(habit, own, world), ...presentWork(habit, own, world, step.actor.org.zone)];
    await recordActivities(rows, step);
  }
}

/** The customer, or one of its people: whom the rep wrote his line about. */
function subjectOf(account: SeededAccount): Subject {
  return {
    object: 'accounts',
    id: account.id,
    name: account.name,
    ownerId: account.ownerId,
    accountId: account.id,
    contactId: account.contacts[0]?.id ?? null,
    about: [account.id, ...account.contacts.slice(0, 1).map(({ id }) => id)],
  };
}

const pick = <T>(list: readonly T[], random: () => number): T =>
  list[Math.floor(random() * list.length)] as T;

function lineOf(random: () => number): Omit<RecordedActivity, 'subject' | 'happenedAt'> {
  const { kind, content, result, minutes } = pick(lines, random);
  const connected = kind === 'call' ? minutes !== undefined : null;
  const durationSeconds = minutes ? Math.round(minutes * 60 * (0.6 + random() * 0.8)) : null;
  return { kind, content, result: result ?? null, connected, durationSeconds };
}

/** A working hour of a working day, or null when the day was a holiday. */
function workingTime(at: Date, zone: string, random: () => number): Date | null {
  const on = dayOf(at, zone);
  if (!isWorkday(on)) return null;
  return new Date(atTime(on, '09:00', zone).getTime() + Math.floor(random() * 8.5 * 60) * 60_000);
}

function pastWork(habit: Habit, own: readonly SeededAccount[], world: DemoWorld): RecordedActivity[] {
  const { random, today } = world;
  const zone = 'Asia/Shanghai';
  const reached = own.slice(0, habit.few);
  const rows: RecordedActivity[] = [];
  for (let tries = 0; rows.length < habit.activities && tries < habit.activities * 4; tries += 1) {
    const account = pick(reached, random);
    const age = random() ** 1.4 * (today.getTime() - account.createdAt.getTime() - 2 * day);
    const happenedAt = workingTime(new Date(today.getTime() - 2 * day - age), zone, random);
    if (!happenedAt || happenedAt < account.createdAt) continue;
    rows.push({ subject: subjectOf(account), happenedAt, ...lineOf(random) });
  }
  return rows;
}

/** What was planned: done this morning, still due today, left over from before, or for the next days. */
function presentWork(
  habit: Habit,
  own: readonly SeededAccount[],
  { random, today }: DemoWorld,
  zone: string,
): RecordedActivity[] {
  const on = dayOf(today, zone);
  // Started early in the morning the demo's day has begun early too: there is always something done.
  const early = Math.max(startOfDay(on, zone).getTime(), today.getTime() - 4 * 3_600_000);
  const morning = Math.min(atTime(on, '09:00', zone).getTime(), early);
  const sofar = today.getTime() - morning;
  const plannedAt = new Date(atTime(addDays(on, -2), '15:00', zone).getTime() + random() * 3_600_000);
  const rows: RecordedActivity[] = [];
  const waiting = [...own];
  const next = () => waiting.splice(Math.floor(random() * waiting.length), 1)[0];
  const plan = (account: SeededAccount, nextContactAt: Date) =>
    rows.push({
      subject: subjectOf(account),
      happenedAt: new Date(plannedAt.getTime() + rows.length * 90_000),
      ...lineOf(random),
      nextContactAt,
      nextNote: pick(nextSteps, random),
    });
  const times: [count: number, due: () => number][] = [
    [habit.done, () => morning + random() * Math.min(sofar, 3 * 3_600_000)],
    [habit.planned - habit.done, () => morning + Math.round(random() * 16) * 1_800_000],
    [habit.slipped, () => morning - day + Math.round(random() * 16) * 1_800_000],
    [Math.ceil(habit.planned / 2), () => morning + day + Math.round(random() * 16) * 1_800_000],
  ];
  for (const [index, [count, due]] of times.entries())
    for (let made = 0; made < count; made += 1) {
      const account = next();
      if (!account || account.createdAt > plannedAt) continue;
      const dueAt = due();
      plan(account, new Date(dueAt));
      if (index === 0)
        rows.push({ subject: subjectOf(account), happenedAt: new Date(dueAt), ...lineOf(random) });
    }
  return rows;
}

export const demo: Demo = { seed };

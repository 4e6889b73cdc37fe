import type { Demo, DemoWorld } from '#kernel/demo.ts';
import { announceMany } from '#kernel/outbox.ts';
import { atTime, dayOf } from '#kernel/values/day.ts';
import { newId } from '#kernel/values/id.ts';
import { usccCheck } from '#kernel/values/uscc.ts';
import { books, channels, cities, firsts, givenNames, jobs, seconds, surnames, trades } from './demo/cast.ts';
import { accountCreated, contactCreated } from './events.ts';
import type { SeededAccount } from './model.ts';
import { nameForms } from './rules/naming.ts';
import { insertAccounts, insertContacts, type NewAccount, type NewContact } from './store/add-accounts.ts';

const day = 86_400_000;
const daysBack = 285;

/** Customers of nine months, older ones denser: each with a few people who decide, influence or use. */
async function seed(world: DemoWorld): Promise<void> {
  const seeded: SeededAccount[] = [];
  const used = new Set<string>();
  for (const book of books) {
    const ownerEmail = `${book.account}@demo.yingdan.test`;
    const step = world.as(ownerEmail, world.today);
    const ownerId = step.actor.id;
    const accounts: NewAccount[] = [];
    const contacts: NewContact[] = [];
    for (let index = 0; index < book.customers; index += 1) {
      const grade = pick(book.grades, world.random);
      const account = makeAccount({ ownerId, grade, number: seeded.length, used }, world);
      const people = makeContacts(account, seeded.length, world);
      accounts.push(account);
      contacts.push(...people);
      seeded.push({
        id: account.id,
        name: account.name,
        ownerEmail,
        ownerId,
        grade,
        channel: account.channel ?? 'other',
        createdAt: account.created_at,
        contacts: people.map(({ id, name }) => ({ id, name })),
      });
    }
    await insertAccounts(step, accounts);
    await insertContacts(step, contacts);
    await announceMany(
      step,
      accountCreated,
      accounts.map(({ id, name, channel, created_at: at }) => ({
        subject: id,
        at,
        data: { name, ownerId, channel, leadId: null },
      })),
    );
    await announceMany(
      step,
      contactCreated,
      contacts.map(({ id, name, account_id: accountId, created_at: at }) => ({
        subject: id,
        at,
        about: [accountId],
        data: { name, accountId },
      })),
    );
  }
  world.made.set('accounts', seeded);
}

const pick = <T>(list: readonly T[], random: () => number): T =>
  list[Math.floor(random() * list.length)] as T;

interface Face {
  readonly ownerId: string;
  readonly grade: string;
  readonly number: number;
  readonly used: Set<string>;
}

function makeAccount({ ownerId, grade, number, used }: Face, { random, today }: DemoWorld): NewAccount {
  const [city, code, area, street] = pick(cities, random);
  const [trade, industry] = pick(trades, random);
  let name = number === 0 ? '晟屿新材料（湖州）有限公司' : '';
  while (!name || used.has(name))
    name = `${random() < 0.6 ? city : ''}${pick(firsts, random)}${pick(seconds, random)}${trade}有限公司`;
  used.add(name);
  const digits = String(100_000_000 + number * 7_919_337).slice(-9);
  const body = `91${code}${digits}`;
  const age = (0.05 + random() ** 0.8 * 0.95) * daysBack;
  return {
    id: newId(),
    name,
    ...nameForms(name),
    grade,
    industry,
    region: city,
    address: `${city}市${street} ${1 + Math.floor(random() * 180)} 号`,
    phone: `+86${area.slice(1)}${area.length === 3 ? '6' : '8'}${String(1_000_000 + number * 4_111).slice(-7)}`,
    website: random() < 0.5 ? `https://www.demo-${number + 1}.example.cn` : null,
    uscc: `${body}${usccCheck(body)}`,
    channel: pick(channels, random),
    staff_count: 30 + Math.floor(random() ** 2 * 1_400),
    registered_capital: `${(3 + Math.floor(random() ** 2 * 180)) * 1_000_000}.00`,
    owner_id: ownerId,
    created_at: atWork(new Date(today.getTime() - age * day), random),
  };
}

/** The same day between nine and half past five. */
function atWork(at: Date, random: () => number): Date {
  const zone = 'Asia/Shanghai';
  return new Date(atTime(dayOf(at, zone), '09:00', zone).getTime() + Math.floor(random() * 510) * 60_000);
}

function makeContacts(account: NewAccount, number: number, { random }: DemoWorld): NewContact[] {
  const count = number === 0 ? 4 : 1 + Math.floor(random() * 3);
  const start = Math.floor(random() * surnames.length);
  return Array.from({ length: count }, (_, index) => {
    const [title, role] =
      jobs[index === 0 ? Math.floor(random() * 2) : 2 + Math.floor(random() * 5)] ?? jobs[0];
    const given = number === 0 ? givenNames[index] : pick(givenNames, random);
    const surname = surnames[(number === 0 ? index : start + index) % surnames.length];
    const month = String(1 + Math.floor(random() * 12)).padStart(2, '0');
    return {
      id: newId(),
      account_id: account.id,
      name: `${surname}${given}`,
      title,
      role,
      phone: `+861${['36', '37', '58', '78', '87'][index % 5]}${String(20_000_000 + (number * 5 + index) * 6_113).slice(-8)}`,
      email: random() < 0.7 ? `person${number}-${index}@demo-${number + 1}.example.cn` : null,
      birthday:
        random() < 0.6
          ? `${1970 + Math.floor(random() * 28)}-${month}-${String(1 + Math.floor(random() * 28)).padStart(2, '0')}`
          : null,
      is_primary: index === 0,
      owner_id: account.owner_id,
      created_at: account.created_at,
    };
  });
}

export const demo: Demo = { seed };

import { addDays, type Day } from '#kernel/values/day.ts';
import { divideMoney, money, multiplyMoney, subtractMoney } from '#kernel/values/money.ts';
import type { LineEntry, PlanEntry } from '../model.ts';
import { equipment, services, terms } from './cast.ts';

const pick = <T>(list: readonly T[], random: () => number): T =>
  list[Math.floor(random() * list.length)] as T;

/** Lines that add up to exactly the amount of the deal: machines and a service, sometimes with a fifth off. */
export function linesFor(amount: string, random: () => number): LineEntry[] {
  const [product, unit] = pick(equipment, random);
  const count = String(2 + Math.floor(random() * 7));
  // whole hundreds: nobody sells a machine for 121,428.57
  const each = Number(divideMoney(multiplyMoney(amount, '0.85'), count));
  const price = money(Math.floor(each / 100) * 100);
  const rest = subtractMoney(amount, multiplyMoney(price, count));
  const list = multiplyMoney(rest, '1.25');
  const cheaper = random() < 0.3 && multiplyMoney(list, '0.8') === rest;
  const service = { product: pick(services, random), unit: '项', quantity: '1' };
  return [
    { product, unit, quantity: count, price, discountPercent: '0' },
    cheaper
      ? { ...service, price: list, discountPercent: '20' }
      : { ...service, price: rest, discountPercent: '0' },
  ];
}

/** A plan by ratio on the terms of one kind of customer. */
export function planFor(signedOn: Day, random: () => number): PlanEntry[] {
  return pick(terms, random).map(([name, ratio, days]) => ({
    name,
    ratio,
    dueOn: addDays(signedOn, days + Math.floor(random() * 6)),
  }));
}

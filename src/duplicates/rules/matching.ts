import type { Match, MatchReason, NameReading, Traits } from '../model.ts';

const TITLE =
  /^(?:总经理|副总|董事长|总监|经理|总|先生|女士|小姐|主任|老师|师傅|厂长|工|主管|老板|董|经理人)$/;
const SHORTEST_FOR_SLIPS = 5;

/**
 * Decides whether two records are one company, and why. Credit codes settle it either way. A shared phone or address
 * counts unless company and person both contradict it; a shared heart of the name counts unless the places differ; a
 * similar name counts only when the person or the company's domain agrees too. Null: two companies.
 */
export function decideSame(a: Traits, b: Traits): Match | null {
  if (a.uscc && b.uscc) return a.uscc === b.uscc ? { reasons: ['uscc'], sureness: 1 } : null;
  const name = compareNames(a, b);
  const person = comparePeople(a.contact, b.contact);
  const reasons: MatchReason[] = [];
  if (shares(a.phones, b.phones)) reasons.push('phone');
  if (shares(a.emails, b.emails)) reasons.push('email');
  if (reasons.length > 0) {
    // One person with two employers is two companies; one company under a wrong name is one.
    if (name === 'other' && person !== 'same') return null;
    if (name === 'other' && reasons.length < 2) return null;
    if (name === 'same') reasons.push('name');
    if (name === 'similar' || name === 'part') reasons.push('similarName');
    if (person === 'same') reasons.push('contact');
    return { reasons, sureness: Math.min(0.99, 0.85 + 0.04 * reasons.length) };
  }
  if (name === 'same') {
    const held = person === 'same' ? (['name', 'contact'] as const) : (['name'] as const);
    return { reasons: [...held], sureness: person === 'other' ? 0.85 : 0.95 };
  }
  if (name === 'similar') {
    if (person === 'same') return { reasons: ['similarName', 'contact'], sureness: 0.8 };
    if (person !== 'other' && shares(a.domains, b.domains))
      return { reasons: ['similarName', 'domain'], sureness: 0.75 };
  }
  return null;
}

export type Likeness = 'same' | 'similar' | 'part' | 'other' | 'unknown';
const likest: readonly Likeness[] = ['same', 'similar', 'part', 'other'];

/**
 * Whether two names are one company's. `similar` may be with more evidence; `part` (only the brand was written) needs
 * a shared phone or address.
 */
export function compareNames(a: Traits, b: Traits): Likeness {
  if (a.readings.length === 0 || b.readings.length === 0) return 'unknown';
  if (a.nameKey === b.nameKey) {
    const places = comparePlaces(a.readings[0]?.place ?? a.place, b.readings[0]?.place ?? b.place);
    return places === 'other' && !a.whole ? 'similar' : 'same';
  }
  let best: Likeness = 'other';
  a.readings.forEach((one, i) => {
    b.readings.forEach((two, j) => {
      // Both unlikely at once is one guess too many.
      if (i > 0 && j > 0) return;
      const found = compareReadings(one, two, a, b);
      if (likest.indexOf(found) < likest.indexOf(best)) best = found;
    });
  });
  return best;
}

function compareReadings(one: NameReading, two: NameReading, a: Traits, b: Traits): Likeness {
  const places = comparePlaces(one.place ?? a.place, two.place ?? b.place);
  if (one.core === two.core) {
    if (places === 'other') return 'other';
    if (a.branch !== b.branch) return 'similar';
    // 南方 or 三一 alone say too little when nobody knows where.
    return places === 'same' || [...one.core].length >= 4 ? 'same' : 'similar';
  }
  if (places === 'other') return 'other';
  if (isSlip(one, two)) return 'similar';
  const [short, long] = one.core.length < two.core.length ? [one.core, two.core] : [two.core, one.core];
  return [...short].length >= 2 && long.startsWith(short) ? 'part' : 'other';
}

/** One character more, less, other or swapped with its neighbour, or another spelling of the same sound. */
export function isSlip(a: NameReading, b: NameReading): boolean {
  const [left, right] = [[...a.core], [...b.core]];
  const longest = Math.max(left.length, right.length);
  if (longest < 4) return false;
  if (a.sound === b.sound) return true;
  return longest >= SHORTEST_FOR_SLIPS && withinOneSlip(left, right);
}

function withinOneSlip(left: readonly string[], right: readonly string[]): boolean {
  if (Math.abs(left.length - right.length) > 1) return false;
  let head = 0;
  while (head < left.length && head < right.length && left[head] === right[head]) head += 1;
  let [i, j] = [left.length - 1, right.length - 1];
  while (i >= head && j >= head && left[i] === right[j]) {
    i -= 1;
    j -= 1;
  }
  if (i - head <= 0 && j - head <= 0) return true;
  return i - head === 1 && j - head === 1 && left[head] === right[j] && left[i] === right[head];
}

function comparePlaces(one: string | null, two: string | null): 'same' | 'other' | 'unknown' {
  if (!one || !two) return 'unknown';
  const [province, city] = one.split('/');
  const [otherProvince, otherCity] = two.split('/');
  if (province !== otherProvince) return 'other';
  return city && otherCity && city !== otherCity ? 'other' : 'same';
}

/** 张经理 may be 张飞, but 张飞 is not 李雷. */
export function comparePeople(a: string | null, b: string | null): 'same' | 'other' | 'unknown' {
  if (!a || !b) return 'unknown';
  if (a === b) return isTitled(a) ? 'unknown' : 'same';
  if (a[0] === b[0] && (isTitled(a) || isTitled(b))) return 'unknown';
  return 'other';
}

function isTitled(name: string): boolean {
  return TITLE.test(name.slice(1)) || TITLE.test(name.slice(2));
}

function shares(a: readonly string[], b: readonly string[]): boolean {
  return a.some((one) => b.includes(one));
}

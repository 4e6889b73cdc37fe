import { maskEmail } from '#kernel/values/email.ts';
import { maskPhone } from '#kernel/values/phone-text.ts';
import type { Appearance, Match, MatchReason, ShownField, Traits } from '../model.ts';
import { compareNames, decideSame } from './matching.ts';

/** Shorter beginnings would list the base. */
const SHORTEST_NAME = 2;

/**
 * Whether a record answers a look-up, and how surely. Wider than the same company: a shared key alone, a similar name
 * and a name that begins like the one asked for are shown, so that a person may judge.
 */
export function answersLookUp(asked: Traits, known: Traits): Match | null {
  const same = decideSame(asked, known);
  if (same) return same;
  const reasons: MatchReason[] = [];
  if (asked.phones.some((one) => known.phones.includes(one))) reasons.push('phone');
  if (asked.emails.some((one) => known.emails.includes(one))) reasons.push('email');
  if (reasons.length > 0) return { reasons, sureness: 0.7 };
  const likeness = compareNames(asked, known);
  if (likeness === 'same') return { reasons: ['name'], sureness: 0.8 };
  if (likeness === 'similar') return { reasons: ['similarName'], sureness: 0.6 };
  const [one, two] = [asked.readings[0]?.core ?? '', known.readings[0]?.core ?? ''];
  if ([...one].length >= SHORTEST_NAME && two.startsWith(one))
    return { reasons: ['similarName'], sureness: 0.4 };
  if (asked.domains.some((domain) => known.domains.includes(domain)))
    return { reasons: ['domain'], sureness: 0.3 };
  return null;
}

/** Whether anything was asked that may be looked up: one letter would list the base. */
export function isAskable(asked: Traits): boolean {
  return (
    asked.phones.length > 0 ||
    asked.emails.length > 0 ||
    asked.uscc !== null ||
    [...(asked.readings[0]?.core ?? '')].length >= SHORTEST_NAME
  );
}

/** A name for who may not know it: its first character and two stars. */
export function maskName(name: string): string {
  return `${[...name.trim()][0] ?? ''}**`;
}

/** The texts of a record for somebody out of whose reach it is; the administrator may have some shown whole. */
export function maskedFor(
  record: Pick<Appearance, 'name' | 'contact' | 'email'> & { readonly phone?: string | null },
  shown: readonly ShownField[],
): { name: string; contact: string | null; phone: string | null; email: string | null } {
  const whole = (field: ShownField) => shown.includes(field);
  const { name, contact, phone, email } = record;
  return {
    name: whole('name') ? (name ?? '') : maskName(name ?? ''),
    contact: contact ? (whole('contact') ? contact : maskName(contact)) : null,
    phone: phone ? (whole('phone') ? phone : maskPhone(phone)) : null,
    email: email ? (whole('email') ? email : maskEmail(email)) : null,
  };
}

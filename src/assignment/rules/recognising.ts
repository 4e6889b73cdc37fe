import { companyKeys } from '#kernel/values/company-name-hant.ts';
import { domainOf, isFreeMail } from '#kernel/values/email.ts';
import { mobileKey, normalisePhone } from '#kernel/values/phone.ts';
import type { Bar, OwnerKey } from '../model.ts';

export type LeadKeys = Readonly<Record<OwnerKey, string | null>>;

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** What a lead can be recognised by: credit code, mobile, address, the comparable form of its name, its own mail domain. */
export function keysOf(values: Readonly<Record<string, unknown>>): LeadKeys {
  const company = text(values.company);
  const email = text(values.email)?.toLowerCase() ?? null;
  const domain = email ? domainOf(email) : null;
  return {
    uscc: text(values.uscc),
    phone: mobileKey(text(values.phone)),
    email,
    name: company ? companyKeys(company).key || null : null,
    // A free mailbox says nothing about the company.
    domain: domain && !isFreeMail(domain) ? domain : null,
  };
}

/** A blacklist ready to be asked of many leads. */
export type Blacklist = ReadonlyMap<Bar['kind'], ReadonlySet<string>>;

/** Brings the entries of a blacklist into the form that leads are recognised by; one that cannot be read bars nothing. */
export function readBlacklist(bars: readonly Bar[]): Blacklist {
  const sets = new Map<Bar['kind'], Set<string>>();
  for (const { kind, value } of bars) {
    const key = barKey(kind, value.trim());
    if (key) sets.set(kind, (sets.get(kind) ?? new Set()).add(key));
  }
  return sets;
}

function barKey(kind: Bar['kind'], value: string): string | null {
  if (kind === 'phone') return normalisePhone(value) ?? value;
  if (kind === 'company') return companyKeys(value).key || null;
  return kind === 'uscc' ? value.toUpperCase() : value.toLowerCase().replace(/^@/, '');
}

/** By which of its keys a lead is on the blacklist; null when it is not. */
export function barredBy(
  keys: LeadKeys,
  phone: unknown,
  email: unknown,
  list: Blacklist,
): Bar['kind'] | null {
  if (list.size === 0) return null;
  const has = (kind: Bar['kind'], value: string | null) =>
    value !== null && list.get(kind)?.has(value) === true;
  if (has('phone', keys.phone) || has('phone', text(phone))) return 'phone';
  if (has('email', keys.email)) return 'email';
  const address = text(email)?.toLowerCase();
  if (has('domain', address ? domainOf(address) : null)) return 'domain';
  if (has('company', keys.name)) return 'company';
  return has('uscc', keys.uscc) ? 'uscc' : null;
}

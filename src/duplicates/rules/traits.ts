import { companyReadings } from '#kernel/values/company-name-hant.ts';
import { domainOf, isFreeMail, normaliseEmail } from '#kernel/values/email.ts';
import { normalisePhone } from '#kernel/values/phone.ts';
import { soundOf } from '#kernel/values/pinyin-sound.ts';
import { regionOf } from '#kernel/values/regions.ts';
import { foldForSearch } from '#kernel/values/text.ts';
import { normaliseUscc } from '#kernel/values/uscc.ts';
import type { Appearance, NameReading, Traits } from '../model.ts';

const BRANCH = /(?:分公司|办事处|代表处|营业部|分部)$/;
const LEGAL_FORM = /(?:公司|合伙企业|有限合伙|个体工商户|股份|ltd|inc|llc|gmbh|corp)$/;

/**
 * What of a record tells whether it is somebody we have already: its values in the forms in which they are compared.
 * Values that are no phone, address or credit code count as missing; extra phones may stand in one text.
 */
export function traitsOf(shown: Appearance): Traits {
  const name = shown.name?.trim() ?? '';
  const { key, readings } = readName(name);
  const emails = [shown.email].flatMap((text) => (text ? (normaliseEmail(text) ?? []) : []));
  const domains = [...emails.map(domainOf), siteOf(shown.website)].filter((one) => one && !isFreeMail(one));
  return {
    nameKey: key,
    readings,
    place: shown.region ? cityOf(shown.region) : null,
    branch: BRANCH.test(key),
    whole: LEGAL_FORM.test(key),
    contact: shown.contact ? foldForSearch(shown.contact).replace(/\s/g, '') || null : null,
    phones: [...new Set((shown.phones ?? []).flatMap((text) => (text ? phonesIn(text) : [])))],
    emails,
    domains: [...new Set(domains)],
    uscc: shown.uscc ? normaliseUscc(shown.uscc) : null,
  };
}

function readName(name: string): { key: string; readings: NameReading[] } {
  if (!name) return { key: '', readings: [] };
  const { key, whole, stripped, place } = companyReadings(name);
  const read = (core: string, at: string | null) => ({ core, sound: soundOf(core), place: at });
  if (stripped === null) return { key, readings: whole ? [read(whole, place)] : [] };
  return { key, readings: [read(stripped, place), read(whole, null)] };
}

/** `138…/021-…` is two phones; what cannot be read whole is tried in parts. */
function phonesIn(text: string): string[] {
  const whole = normalisePhone(text);
  if (whole) return [whole];
  return text.split(/[/、,，;；\n]+/).flatMap((part) => normalisePhone(part) ?? []);
}

function siteOf(website: string | null | undefined): string {
  const plain = website?.normalize('NFKC').trim().toLowerCase() ?? '';
  return /^(?:https?:\/\/)?(?:www\.)?([a-z0-9\p{L}-]+(?:\.[a-z0-9\p{L}-]+)+)/u.exec(plain)?.[1] ?? '';
}

function cityOf(text: string): string | null {
  const region = regionOf(text);
  return region && `${region.province}/${region.city ?? ''}`;
}

import type { DuplicateRule, EntryPoint, RuleAction, RuleTerm, Traits } from '../model.ts';
import { compareNames, comparePeople } from './matching.ts';

const exact = (...fields: RuleTerm['field'][]): RuleTerm[] =>
  fields.map((field) => ({ field, how: 'exact' }));

const warnings: readonly DuplicateRule[] = [
  { terms: exact('uscc'), action: 'warn' },
  { terms: exact('name'), action: 'warn' },
  { terms: exact('phone'), action: 'warn' },
  { terms: exact('email'), action: 'warn' },
  { terms: [{ field: 'name', how: 'fuzzy' }, ...exact('contact')], action: 'warn' },
];
const noted = warnings.map((rule) => ({ ...rule, action: 'letThrough' as const }));

/**
 * What each way in does until somebody sets it otherwise. People who type are warned and go on with a reason; files,
 * programs and forms are let through, and the duplicate centre shows what came of it: a form that answers would tell
 * strangers whom we know.
 */
export const defaultRules: Readonly<Record<EntryPoint, readonly DuplicateRule[]>> = {
  manual: warnings,
  call: warnings,
  import: noted,
  api: noted,
  form: noted,
};

/** Fields by which likes can be found at all; a rule needs one of them. */
const keys = new Set<RuleTerm['field']>(['name', 'phone', 'email', 'uscc']);

/** Whether a set of rules can be used: no rule without terms, without a key, or with one field twice. */
export function checkRules(rules: readonly DuplicateRule[], entry: EntryPoint): string | null {
  for (const { terms, action } of rules) {
    if (!terms.some(({ field }) => keys.has(field))) return 'rule_without_key';
    if (new Set(terms.map(({ field }) => field)).size !== terms.length) return 'field_twice';
    if (entry === 'form' && action !== 'letThrough') return 'form_would_tell';
  }
  return null;
}

/** Whether one term holds between what comes in and a record we have. Missing values never agree. */
export function termHolds({ field, how }: RuleTerm, a: Traits, b: Traits): boolean {
  const shared = (one: readonly string[], two: readonly string[]) => one.some((value) => two.includes(value));
  switch (field) {
    case 'name': {
      if (!a.nameKey || !b.nameKey) return false;
      if (how === 'exact') return a.nameKey === b.nameKey;
      const likeness = compareNames(a, b);
      return likeness === 'same' || likeness === 'similar';
    }
    case 'contact': {
      if (!a.contact || !b.contact) return false;
      return how === 'exact' ? a.contact === b.contact : comparePeople(a.contact, b.contact) !== 'other';
    }
    case 'phone':
      if (how === 'exact') return shared(a.phones, b.phones);
      return shared(a.phones.map(withoutExtension), b.phones.map(withoutExtension));
    case 'email':
      return shared(a.emails, b.emails);
    case 'domain':
      return shared(a.domains, b.domains);
    case 'uscc':
      return a.uscc !== null && a.uscc === b.uscc;
    case 'region':
      return a.place !== null && a.place === b.place;
  }
}

function withoutExtension(phone: string): string {
  return phone.split(';')[0] ?? phone;
}

const strictest: readonly RuleAction[] = ['block', 'warn', 'letThrough'];

/** What is to be done about an arrival: the strictest action of all rules that any known record fulfils. */
export function judgeArrival(
  arrival: Traits,
  known: readonly Traits[],
  rules: readonly DuplicateRule[],
): { readonly action: RuleAction | null; readonly hits: readonly number[] } {
  const hits: number[] = [];
  let action: RuleAction | null = null;
  known.forEach((record, at) => {
    const met = rules.filter(({ terms }) => terms.every((term) => termHolds(term, arrival, record)));
    if (met.length === 0) return;
    hits.push(at);
    for (const rule of met)
      if (action === null || strictest.indexOf(rule.action) < strictest.indexOf(action)) action = rule.action;
  });
  return { action, hits };
}

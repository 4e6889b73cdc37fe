import { companyCore, companyKey } from '#kernel/values/company-name.ts';
import { type Decision, no, yes } from '#kernel/values/refusal.ts';
import { normaliseUscc } from '#kernel/values/uscc.ts';

/** What is kept beside a company name so that two spellings of it find each other. */
export function nameForms(name: string): { company_key: string; company_core: string } {
  return { company_key: companyKey(name), company_core: companyCore(name) };
}

/** The credit code in its kept form; a code whose check character is wrong is a typing error. */
export function decideCode(text: string | null): Decision<string | null, 'not_a_credit_code'> {
  if (text === null) return yes(null);
  const code = normaliseUscc(text);
  return code === null ? no('not_a_credit_code') : yes(code);
}

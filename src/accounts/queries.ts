import { type RawBuilder, sql } from 'kysely';
import { may } from '#kernel/access.ts';
import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import type { ListSource } from '#kernel/lists/source.ts';
import { runList } from '#kernel/lists.ts';
import { readRow } from '#kernel/read-row.ts';
import { recordVisible } from '#kernel/records.ts';
import { companyCore, companyKey } from '#kernel/values/company-name.ts';
import { normaliseEmail } from '#kernel/values/email.ts';
import { normalisePhone } from '#kernel/values/phone.ts';
import type * as contract from './contract.ts';
import { accountObject, contactObject } from './fields.ts';
import type { AccountMatch, MatchReason } from './model.ts';

export const accountSource: ListSource = { definition: accountObject };
export const contactSource: ListSource = { definition: contactObject };

const contactsShown = 20;
const matchesShown = 10;

/** One account with its first contacts and what this person may do to it: two statements. */
export async function getAccount(
  { id }: Input<typeof contract.getAccount>,
  step: Step,
): Promise<Output<typeof contract.getAccount>> {
  const { actor } = step;
  const { row, names } = await readRow(accountObject, id, step);
  const contacts = await runList(
    contactSource,
    {
      filter: { field: 'accountId', operator: '=', value: id },
      sort: '-isPrimary,createdAt',
      limit: contactsShown,
      total: 'false',
    },
    step,
  );
  return {
    account: row as Output<typeof contract.getAccount>['account'],
    contacts: contacts.items as Output<typeof contract.getAccount>['contacts'],
    moreContacts: contacts.nextCursor !== null,
    names: { ...contacts.names, ...names },
    may: {
      edit: may(actor, 'accounts.update'),
      assign: may(actor, 'accounts.assign'),
      delete: may(actor, 'accounts.delete'),
      addContact: may(actor, 'contacts.create'),
    },
  };
}

export async function getContact(
  { id }: Input<typeof contract.getContact>,
  step: Step,
): Promise<Output<typeof contract.getContact>> {
  const { row, names } = await readRow(contactObject, id, step);
  return {
    contact: row as Output<typeof contract.getContact>['contact'],
    names,
    may: { edit: may(step.actor, 'contacts.update'), delete: may(step.actor, 'contacts.delete') },
  };
}

export async function matchAccounts(
  input: Input<typeof contract.matchAccounts>,
  step: Step,
): Promise<Output<typeof contract.matchAccounts>> {
  return { matches: await findAccountMatches(input, step) };
}

interface FoundMatch {
  readonly id: string;
  readonly name: string;
  readonly ownerName: string | null;
  readonly reason: MatchReason;
  readonly visible: boolean;
}

/**
 * Accounts of the whole organisation that may be the same company, best reason first. One that the asker may not
 * see answers with the first character of its name and its owner, so that he asks him instead of opening it twice.
 */
export async function findAccountMatches(
  wanted: { name?: string | null; phone?: string | null; email?: string | null },
  { actor, tx }: Pick<Step, 'actor' | 'tx'>,
): Promise<AccountMatch[]> {
  const phone = wanted.phone ? normalisePhone(wanted.phone) : null;
  const email = wanted.email ? normaliseEmail(wanted.email) : null;
  const org = sql`org_id = ${actor.orgId}::uuid and deleted_at is null`;
  const reasons: RawBuilder<unknown>[] = [];
  if (wanted.name?.trim()) {
    reasons.push(sql`select id, 'name' as reason, 1 as rank from accounts
      where ${org} and (company_key = ${companyKey(wanted.name)} or company_core = ${companyCore(wanted.name)})`);
  }
  if (phone) {
    reasons.push(sql`select id, 'phone', 2 from accounts where ${org} and phone = ${phone}`);
    reasons.push(sql`select account_id, 'phone', 2 from contacts where ${org} and phone = ${phone}`);
  }
  if (email) reasons.push(sql`select account_id, 'email', 3 from contacts where ${org} and email = ${email}`);
  if (reasons.length === 0) return [];
  const found = await sql<FoundMatch>`
    select t.id, t.name, u.name as "ownerName", best.reason, ${recordVisible(actor, 'accounts')} as visible
    from (select distinct on (id) id, reason, rank
      from (${sql.join(reasons, sql` union all `)}) as hits (id, reason, rank) order by id, rank) as best
    join accounts t on t.org_id = ${actor.orgId}::uuid and t.id = best.id and t.deleted_at is null
    left join users u on u.org_id = t.org_id and u.id = t.owner_id
    order by best.rank, t.created_at limit ${matchesShown}`.execute(tx);
  return found.rows.map(({ visible, ...match }) => ({
    ...match,
    name: visible ? match.name : `${[...match.name][0] ?? ''}**`,
  }));
}

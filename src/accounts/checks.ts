import { sql } from 'kysely';
import type { Check } from '#kernel/checks.ts';

export const checks: readonly Check[] = [
  {
    id: 'A1',
    says: 'a contact belongs to whoever owns its account',
    offenders: sql`
      select c.id, 'owner differs from the owner of the account' as why from contacts c
      join accounts a on a.org_id = c.org_id and a.id = c.account_id where c.owner_id <> a.owner_id`,
  },
  {
    id: 'A2',
    says: 'no contact is alive while its account is in the bin',
    offenders: sql`
      select c.id, 'account is in the bin' as why from contacts c
      join accounts a on a.org_id = c.org_id and a.id = c.account_id
      where c.deleted_at is null and a.deleted_at is not null`,
  },
];

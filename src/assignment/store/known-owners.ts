import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import type { OwnerKey } from '../model.ts';
import type { KnownOwner } from '../rules/placing.ts';
import { keysOf } from '../rules/recognising.ts';

interface Hit extends KnownOwner {
  readonly value: string;
}

/**
 * Who holds each of these companies or people already, as an account, its contact or a lead; null where nobody does.
 * The keys count in the order of the setting, accounts before leads, whoever has it longest first.
 */
export async function findKnownOwners(
  step: Step,
  leads: readonly Readonly<Record<string, unknown>>[],
  wanted: readonly OwnerKey[],
): Promise<(KnownOwner | null)[]> {
  const keys = leads.map((values) => keysOf(values));
  const asked = (key: OwnerKey) =>
    wanted.includes(key) ? [...new Set(keys.map((one) => one[key]).filter((value) => value !== null))] : [];
  const hits = new Map<string, Hit>();
  for (const hit of await findHits(step, asked, leads)) {
    const at = `${hit.key} ${hit.value}`;
    if (!hits.has(at)) hits.set(at, hit);
  }
  return keys.map((one) => {
    for (const key of wanted) {
      const hit = one[key] === null ? undefined : hits.get(`${key} ${one[key]}`);
      if (hit) return { userId: hit.userId, key: hit.key, object: hit.object };
    }
    return null;
  });
}

async function findHits(
  { tx, actor }: Step,
  asked: (key: OwnerKey) => readonly string[],
  leads: readonly Readonly<Record<string, unknown>>[],
): Promise<Hit[]> {
  const org = sql`${actor.orgId}::uuid`;
  const self = leads.map((values) => values.id).filter((id) => typeof id === 'string');
  const account = sql`from accounts a where a.org_id = ${org} and a.deleted_at is null`;
  const contact = sql`from contacts a where a.org_id = ${org} and a.deleted_at is null`;
  const lead = sql`from leads a where a.org_id = ${org} and a.deleted_at is null and a.owner_id is not null
    and a.status <> 'invalid' and a.id <> all(${self}::uuid[])`;
  const domain = sql`lower(split_part(a.email, '@', 2))`;
  // One index scan per key and table, and only for keys that some lead has: a condition with `or` would read it all.
  const part = (
    key: OwnerKey,
    object: KnownOwner['object'],
    column: ReturnType<typeof sql>,
    from: ReturnType<typeof sql>,
  ) =>
    asked(key).length === 0
      ? []
      : [
          sql`select ${key}::text as key, ${object}::text as object, ${column} as value, a.owner_id as "userId", a.created_at as at
            ${from} and ${column} = any(${asked(key)}::text[])`,
        ];
  const parts = [
    ...part('uscc', 'accounts', sql`a.uscc`, account),
    ...part('phone', 'accounts', sql`a.phone`, account),
    ...part('phone', 'accounts', sql`a.phone`, contact),
    ...part('phone', 'leads', sql`a.mobile_key`, lead),
    ...part('email', 'accounts', sql`a.email`, contact),
    ...part('email', 'leads', sql`a.email`, lead),
    ...part('name', 'accounts', sql`a.company_key`, account),
    ...part('name', 'leads', sql`a.company_key`, lead),
    ...part('domain', 'accounts', domain, contact),
    ...part('domain', 'leads', domain, lead),
  ];
  if (parts.length === 0) return [];
  const found = await sql<Hit>`
    select distinct on (key, value) key, object, value, "userId" from (${sql.join(parts, sql` union all `)}) as hits
    order by key, value, object, at, "userId"`.execute(tx);
  return found.rows;
}

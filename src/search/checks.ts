import { sql } from 'kysely';
import type { Check } from '#kernel/checks.ts';
import { fieldSql } from '#kernel/lists/field-sql.ts';
import {
  accountSql,
  aliveSql,
  factsSql,
  type Indexed,
  ownerSql,
  presentObjects,
} from './store/source-rows.ts';

/** Longer than the index may lag behind (T6: five seconds), shorter than anybody would search in vain. */
const settled = sql`exists (select 1 from events e
    where e.org_id = yd_org() and e.about @> array[found.id] and e.at < now() - interval '1 minute')
  and not exists (select 1 from events e
    where e.org_id = yd_org() and e.about @> array[found.id] and e.at >= now() - interval '1 minute')`;

function differences(one: Indexed) {
  return sql`
    select coalesce(t.id, d.record_id) as id, ${one.object}::text || case
      when t.id is null then ': found by search, but gone' when d.record_id is null then ': not found by search'
      else ': search has another name, owner or phone' end as why
    from (select t.id, ${fieldSql(one.name)} as title, ${ownerSql(one)} as owner_id, ${accountSql(one)} as account_id,
        ${factsSql(one)} as facts
      from ${sql.table(one.definition.table)} as t
      where t.org_id = yd_org() and ${aliveSql(one)} and ${fieldSql(one.name)} is not null) as t
    full join (select * from search_documents where org_id = yd_org() and object = ${one.object}) as d
      on d.record_id = t.id
    where t.id is null or d.record_id is null
      or (t.title, t.owner_id, t.account_id, t.facts) is distinct from (d.title, d.owner_id, d.account_id, d.facts)`;
}

export const checks: readonly Check[] = [
  {
    id: 'T6-search',
    says: 'search finds what the records are, nothing else',
    // Read when it is run: which objects there are is known only after all slices are loaded.
    get offenders() {
      const all = presentObjects().map(differences);
      return sql<{ id: string; why: string }>`
        select found.id, found.why from (${sql.join(all, sql` union all `)}) as found where ${settled}`;
    },
  },
];

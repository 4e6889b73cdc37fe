import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import { documentLexemes } from '../rules/document-lexemes.ts';
import { searchedFields } from '../rules/search-reach.ts';
import { aliveSql, type Indexed, type SourceRow } from './source-rows.ts';

/** Writes the documents of these records; one that would not change is left alone, so nothing is indexed twice. */
export async function saveDocuments(
  { tx, actor }: Step,
  one: Indexed,
  rows: readonly SourceRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const documents = rows.map((row) => ({ ...row, tokens: lexemesOf(one, row) }));
  await sql`
    insert into search_documents as d
      (org_id, object, record_id, title, account_id, owner_id, created_at, facts, tokens)
    select ${actor.orgId}::uuid, ${one.object}, r.id, r.title, r."accountId", r."ownerId", r."createdAt", r.facts,
      r.tokens::tsvector
    from jsonb_to_recordset(${JSON.stringify(documents)}::jsonb) as r(id uuid, title text, "accountId" uuid,
      "ownerId" uuid, "createdAt" timestamptz, facts jsonb, tokens text)
    order by r.id
    on conflict (org_id, object, record_id) do update set title = excluded.title, account_id = excluded.account_id,
      owner_id = excluded.owner_id, created_at = excluded.created_at, facts = excluded.facts, tokens = excluded.tokens
    where (d.title, d.account_id, d.owner_id, d.created_at, d.facts, d.tokens)
      is distinct from (excluded.title, excluded.account_id, excluded.owner_id, excluded.created_at, excluded.facts,
        excluded.tokens)`.execute(tx);
}

function lexemesOf({ definition }: Indexed, { title, ownerId, facts }: SourceRow): string {
  const { others, phones } = searchedFields(definition);
  const valuesOf = (fields: typeof others) => fields.flatMap((field) => facts[field.key] ?? []);
  return documentLexemes({ name: title, others: valuesOf(others), phones: valuesOf(phones), ownerId });
}

/** Takes documents of these records, or of these accounts, away whose record is gone or in the bin. */
export async function dropLostDocuments(
  { tx, actor }: Step,
  one: Indexed,
  ids: readonly string[] | 'all',
): Promise<void> {
  const chosen =
    ids === 'all'
      ? sql`true`
      : sql`(d.record_id = any(${ids}::uuid[]) or d.account_id = any(${ids}::uuid[]))`;
  await sql`
    delete from search_documents as d
    where d.org_id = ${actor.orgId}::uuid and d.object = ${one.object} and ${chosen} and not exists (
      select 1 from ${sql.table(one.definition.table)} as t
      where t.org_id = d.org_id and t.id = d.record_id and ${aliveSql(one)})`.execute(tx);
}

import type pg from 'pg';

/**
 * Writes the schema of a database as SQL, in an order that depends on names alone, so that a change of a
 * migration shows up as a small diff. The embedded PostgreSQL comes without pg_dump.
 */
export async function describeSchema(client: pg.Client): Promise<string> {
  const parts = [
    '-- Generated from the migrated database by tools/generate-schema.ts. Do not edit: write a migration.\n',
    await lines(client, extensions),
    await lines(client, types),
    await lines(client, functions),
    ...(await describeTables(client)),
    await lines(client, views),
    await lines(client, policies),
    await lines(client, grants),
    await lines(client, roleSettings),
  ];
  return `${parts.filter((part) => part !== '').join('\n')}`;
}

/** Each query answers rows of one column `line`, in their final order. */
async function lines(client: pg.Client, sql: string): Promise<string> {
  const { rows } = await client.query<{ line: string }>(sql);
  return rows.map((row) => `${row.line}\n`).join('');
}

interface Table {
  readonly oid: number;
  readonly name: string;
  readonly partition: string | null;
  readonly parent: string | null;
  readonly key: string | null;
  readonly walled: boolean;
  readonly forced: boolean;
}

async function describeTables(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<Table>(
    `select c.oid::int, c.relname as name, pg_get_expr(c.relpartbound, c.oid) as partition,
            i.inhparent::regclass::text as parent, pg_get_partkeydef(c.oid) as key,
            c.relrowsecurity as walled, c.relforcerowsecurity as forced
       from pg_class c left join pg_inherits i on i.inhrelid = c.oid
      where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and not ${ofExtension('c.oid')}
      order by coalesce(i.inhparent::regclass::text, c.relname) collate "C", i.inhrelid is not null, c.relname collate "C"`,
  );
  const texts: string[] = [];
  for (const table of rows) {
    texts.push(table.partition === null ? await describeTable(client, table) : describePartition(table));
  }
  return texts;
}

function describePartition(table: Table): string {
  return `create table ${table.name} partition of ${table.parent} ${table.partition?.toLowerCase()};\n`;
}

async function describeTable(client: pg.Client, table: Table): Promise<string> {
  const columns = await client.query<{ line: string }>(columnsOf, [table.oid]);
  const constraints = await client.query<{ line: string }>(constraintsOf, [table.oid]);
  const body = [...columns.rows, ...constraints.rows].map((row) => `  ${row.line}`).join(',\n');
  const partitioned = table.key === null ? '' : ` partition by ${table.key.toLowerCase()}`;
  const indexes = await client.query<{ line: string }>(indexesOf, [table.oid]);
  const triggers = await client.query<{ line: string }>(triggersOf, [table.oid]);
  const after = [...indexes.rows, ...triggers.rows].map((row) => `${row.line};\n`).join('');
  const wall = table.walled ? `alter table ${table.name} enable row level security;\n` : '';
  const force = table.forced ? `alter table ${table.name} force row level security;\n` : '';
  return `create table ${table.name} (\n${body}\n)${partitioned};\n${after}${wall}${force}`;
}

function ofExtension(oid: string): string {
  return `exists (select 1 from pg_depend d where d.objid = ${oid} and d.deptype = 'e')`;
}

const columnsOf = `
  select quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod)
         || case when a.attcollation <> t.typcollation then ' collate ' || a.attcollation::regcollation::text else '' end
         || case when a.attidentity <> '' then ' generated as identity' else '' end
         || case when a.attgenerated = 's' then ' generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') stored'
                 when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end
         || case when a.attnotnull then ' not null' else '' end as line
    from pg_attribute a join pg_type t on t.oid = a.atttypid
    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
   where a.attrelid = $1 and a.attnum > 0 and not a.attisdropped
   order by a.attnum`;

const constraintsOf = `
  select 'constraint ' || quote_ident(conname) || ' ' || pg_get_constraintdef(oid) as line
    from pg_constraint where conrelid = $1 and contype <> 'n'
   order by array_position(array['p', 'u', 'f', 'c']::"char"[], contype), conname collate "C"`;

const indexesOf = `
  select pg_get_indexdef(i.indexrelid) as line from pg_index i
   where i.indrelid = $1 and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
   order by i.indexrelid::regclass::text collate "C"`;

const triggersOf = `
  select pg_get_triggerdef(oid) as line from pg_trigger where tgrelid = $1 and not tgisinternal order by tgname collate "C"`;

const extensions = `
  select 'create extension if not exists ' || quote_ident(extname) || ';' as line
    from pg_extension where extname <> 'plpgsql' order by extname collate "C"`;

const types = `
  select 'create type ' || typname || ' as enum (' || string_agg(quote_literal(enumlabel), ', ' order by enumsortorder) || ');' as line
    from pg_type t join pg_enum e on e.enumtypid = t.oid
   where t.typnamespace = 'public'::regnamespace and not ${ofExtension('t.oid')}
   group by typname order by typname collate "C"`;

const functions = `
  select rtrim(pg_get_functiondef(p.oid), E'\\n') || ';' || E'\\n' as line from pg_proc p
   where p.pronamespace = 'public'::regnamespace and p.prokind in ('f', 'p') and not ${ofExtension('p.oid')}
   order by p.oid::regprocedure::text collate "C"`;

const views = `
  select case relkind when 'm' then 'create materialized view ' else 'create view ' end || relname || ' as' || E'\\n'
         || pg_get_viewdef(oid) || E'\\n' as line
    from pg_class c where relkind in ('v', 'm') and relnamespace = 'public'::regnamespace and not ${ofExtension('c.oid')}
   order by relname collate "C"`;

const policies = `
  select 'create policy ' || quote_ident(policyname) || ' on ' || tablename
         || case when permissive = 'RESTRICTIVE' then ' as restrictive' else '' end
         || ' for ' || lower(cmd) || ' to ' || array_to_string(roles, ', ')
         || coalesce(' using (' || qual || ')', '') || coalesce(' with check (' || with_check || ')', '') || ';' as line
    from pg_policies where schemaname = 'public' order by tablename collate "C", policyname collate "C"`;

const grants = `
  select 'grant ' || string_agg(lower(privilege_type), ', ' order by privilege_type collate "C") || ' on ' || what || ' to '
         || case when grantee = 0 then 'public' else pg_get_userbyid(grantee) end || ';' as line
    from (
      select c.relname::text as what, g.grantee, g.privilege_type from pg_class c, aclexplode(c.relacl) g
       where c.relnamespace = 'public'::regnamespace and g.grantee <> c.relowner and not ${ofExtension('c.oid')}
      union all
      select c.relname || ' (' || a.attname || ')', g.grantee, g.privilege_type
        from pg_attribute a join pg_class c on c.oid = a.attrelid, aclexplode(a.attacl) g
       where c.relnamespace = 'public'::regnamespace and g.grantee <> c.relowner
      union all
      select 'schema public', g.grantee, g.privilege_type from pg_namespace n, aclexplode(n.nspacl) g
       where n.nspname = 'public' and g.grantee <> n.nspowner
      union all
      select 'function ' || p.oid::regprocedure, g.grantee, g.privilege_type from pg_proc p, aclexplode(p.proacl) g
       where p.pronamespace = 'public'::regnamespace and g.grantee <> p.proowner and not ${ofExtension('p.oid')}
    ) as given
   group by what, grantee order by what collate "C", 1`;

const roleSettings = `
  select 'alter role ' || rolname || ' set ' || setting || ';' as line
    from pg_db_role_setting s join pg_roles r on r.oid = s.setrole, unnest(s.setconfig) as setting
   where s.setdatabase = 0 order by 1`;

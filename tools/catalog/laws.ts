/** One law of the schema, as a query whose rows are its violations: `subject` and `problem`. */
export interface CatalogLaw {
  readonly name: string;
  readonly why: string;
  /** Reads the temporary view-like CTEs `tenant`, `local` and `app`; see lintCatalog. */
  readonly sql: string;
}

const everywhere = `c.relnamespace = 'public'::regnamespace`;

/** Rules R1–R14: what keeps the schema ready to be spread over many machines by organisation. */
export const laws: readonly CatalogLaw[] = [
  {
    name: 'R1 org_id in tenant tables',
    why: 'A row without its organisation cannot be placed on a shard, nor walled off.',
    sql: `select t.name as subject, 'has no column org_id uuid not null' as problem from tenant t
           where not exists (select 1 from pg_attribute a where a.attrelid = t.oid and a.attname = 'org_id'
                             and a.atttypid = 'uuid'::regtype and a.attnotnull)
          union all
          select t.name, 'has no primary key' from tenant t
           where not exists (select 1 from pg_constraint k where k.conrelid = t.oid and k.contype = 'p')`,
  },
  {
    name: 'R1 org_id leads unique indexes',
    why: 'Uniqueness can only be kept inside one organisation.',
    sql: `select i.indexrelid::regclass::text as subject, 'is unique on ' || t.name || ' but does not start with org_id' as problem
            from tenant t join pg_index i on i.indrelid = t.oid
            left join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]
           where i.indisunique and a.attname is distinct from 'org_id'`,
  },
  {
    name: 'R1 org_id leads foreign keys',
    why: 'Without it a row could point into another organisation.',
    sql: `select k.conname::text as subject, 'of ' || t.name || ' does not start with org_id on both sides' as problem
            from tenant t join pg_constraint k on k.conrelid = t.oid and k.contype = 'f' and k.conparentid = 0
            left join pg_attribute mine on mine.attrelid = k.conrelid and mine.attnum = k.conkey[1]
            left join pg_attribute theirs on theirs.attrelid = k.confrelid and theirs.attnum = k.confkey[1]
           where k.confrelid in (select oid from tenant)
             and (mine.attname is distinct from 'org_id' or theirs.attname is distinct from 'org_id')`,
  },
  {
    name: 'R2 R4 foreign keys stay on their side',
    why: 'Local tables live on one machine, tenant tables on many.',
    sql: `select k.conname::text as subject, 'joins ' || k.conrelid::regclass || ' to ' || k.confrelid::regclass as problem
            from pg_constraint k
           where k.contype = 'f' and k.conparentid = 0
             and (k.conrelid in (select oid from tenant) and k.confrelid in (select oid from local)
               or k.conrelid in (select oid from local) and k.confrelid in (select oid from tenant))`,
  },
  {
    name: 'R7 no triggers, rules or deferrable constraints',
    why: 'They hide what happens, and a cluster does not run them.',
    sql: `select t.tgname::text as subject, 'is a trigger on ' || t.tgrelid::regclass as problem
            from pg_trigger t join pg_class c on c.oid = t.tgrelid where ${everywhere} and not t.tgisinternal
          union all
          select r.rulename::text, 'is a rule on ' || r.ev_class::regclass
            from pg_rewrite r join pg_class c on c.oid = r.ev_class where ${everywhere} and r.rulename <> '_RETURN'
          union all
          select k.conname::text, 'on ' || k.conrelid::regclass || ' is deferrable'
            from pg_constraint k join pg_class c on c.oid = k.conrelid where ${everywhere} and k.condeferrable`,
  },
  {
    name: 'R8 no sequences',
    why: 'Ids come from the app; a counter in the database ties it to one machine.',
    sql: `select c.relname::text as subject, 'is a sequence' as problem from pg_class c where ${everywhere} and c.relkind = 'S'`,
  },
  {
    name: 'R10 one level of partitions, by time',
    why: 'More levels cannot be spread.',
    sql: `select c.relname::text as subject, 'is a partition that is itself partitioned' as problem
            from pg_class c where ${everywhere} and c.relkind = 'p' and c.relispartition`,
  },
  {
    name: 'R12 nothing kept in the session',
    why: 'Behind a pooler every statement may come from another user.',
    sql: `select c.relname::text as subject, 'is temporary or unlogged' as problem
            from pg_class c where ${everywhere} and c.relkind in ('r', 'p') and c.relpersistence <> 'p'`,
  },
  {
    name: 'R13 no exclusion constraints',
    why: 'Overlaps are kept out by a lock on the parent row.',
    sql: `select k.conname::text as subject, 'on ' || k.conrelid::regclass || ' is an exclusion constraint' as problem
            from pg_constraint k join pg_class c on c.oid = k.conrelid where ${everywhere} and k.contype = 'x'`,
  },
  {
    name: 'wall',
    why: 'Row-level security is the second wall between organisations.',
    sql: `select t.name as subject, 'has no row-level security' as problem from tenant t where not t.walled
          union all
          select t.name, 'has no policy for all commands that reads and writes by yd_org()' from tenant t
           where not exists (select 1 from pg_policy p where p.polrelid = t.oid and p.polcmd = '*' and p.polroles = '{0}'
                             and pg_get_expr(p.polqual, p.polrelid) like '%org_id%yd_org()%'
                             and pg_get_expr(p.polwithcheck, p.polrelid) like '%org_id%yd_org()%')
          union all
          select t.name, 'has the further permissive policy ' || p.polname || ', which opens the wall'
            from tenant t join pg_policy p on p.polrelid = t.oid
           where p.polpermissive and pg_get_expr(p.polqual, p.polrelid) is not null
             and pg_get_expr(p.polqual, p.polrelid) not like '%org_id%yd_org()%'`,
  },
  {
    name: 'app role owns nothing',
    why: 'An owner is not bound by row-level security.',
    sql: `select o.classid::regclass || ' ' || o.objid as subject, 'belongs to the app role' as problem
            from pg_shdepend o join app on app.oid = o.refobjid
           where o.deptype = 'o' and o.dbid in (0, (select oid from pg_database where datname = current_database()))
          union all
          select app.name, 'is superuser, bypasses row-level security or inherits the owner' from app
           where app.free or pg_has_role(app.oid, (select datdba from pg_database where datname = current_database()), 'member')`,
  },
  {
    name: 'app role only gets what it needs',
    why: 'The record of what happened is only ever added to; nobody empties a table.',
    sql: `select c.relname::text as subject, 'grants ' || g.privilege_type || ' to the app role' as problem
            from pg_class c cross join app, aclexplode(c.relacl) g
           where ${everywhere} and g.grantee in (app.oid, 0)
             and (g.privilege_type not in ('SELECT', 'INSERT', 'UPDATE', 'DELETE')
               or c.relname in ('events', 'event_links') and g.privilege_type not in ('SELECT', 'INSERT')
               or c.relispartition or c.relname = 'migrations' and g.privilege_type <> 'SELECT')
          union all
          select n.nspname::text, 'lets the app role create tables' from pg_namespace n, app
           where n.nspname = 'public' and has_schema_privilege(app.oid, n.oid, 'create')`,
  },
  {
    name: 'functions run as their caller',
    // One door is wanted: it makes the index of a unique custom field, for a field of the caller's own organisation.
    why: 'A function with the rights of the owner is a door through the wall.',
    sql: `select p.oid::regprocedure::text as subject, 'is security definer' as problem from pg_proc p
           where p.pronamespace = 'public'::regnamespace and p.prosecdef
             and p.oid is distinct from to_regprocedure('yd_custom_unique(text, uuid, text, boolean)')
             and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')`,
  },
  {
    name: 'views read as their caller',
    why: 'An ordinary view reads with the rights of its owner, past the wall.',
    sql: `select c.relname::text as subject, 'is a view without security_invoker, or materialized' as problem
            from pg_class c where ${everywhere} and (c.relkind = 'm' or c.relkind = 'v'
             and not coalesce(c.reloptions && array['security_invoker=true', 'security_invoker=on', 'security_invoker=1'], false))
             and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')`,
  },
];

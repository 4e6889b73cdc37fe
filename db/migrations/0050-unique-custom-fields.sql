-- A field that an admin calls unique is kept unique by an index of its own: on every way in, imports and the bin included.
alter table custom_fields add column is_unique boolean not null default false;

-- The app's role owns no table and cannot make an index; here it may, for a field of its own organisation only.
create function yd_custom_unique(p_table text, p_field uuid, p_key text, p_on boolean) returns void
language plpgsql security definer set search_path = pg_catalog, public set lock_timeout = '5s' as $$
declare
  v_org uuid := nullif(current_setting('app.org_id', true), '')::uuid;
  -- the key is in the name, because a refused row says nothing but the name of the index
  v_name text := 'cu_' || left(p_key, 48) || '_' || left(md5(p_field::text), 10);
begin
  if p_table not in ('accounts', 'contacts', 'contracts', 'leads', 'opportunities') or not exists (
    select from public.custom_fields f
    where f.org_id = v_org and f.id = p_field and f.key = p_key and f.object = p_table) then
    raise exception 'no such custom field';
  end if;
  if p_on then
    -- a digest: values may be longer than an index entry
    execute format(
      'create unique index %I on public.%I (org_id, md5(lower(custom ->> %L))) where org_id = %L and deleted_at is null and custom ->> %L is not null',
      v_name, p_table, p_key, v_org, p_key);
  else
    execute format('drop index if exists public.%I', v_name);
  end if;
end $$;
revoke all on function yd_custom_unique(text, uuid, text, boolean) from public;
grant execute on function yd_custom_unique(text, uuid, text, boolean) to yingdan_app;

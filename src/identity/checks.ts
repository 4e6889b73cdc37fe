import { sql } from 'kysely';
import type { Check } from '#kernel/checks.ts';

export const checks: readonly Check[] = [
  {
    id: 'P11',
    says: 'whoever is disabled cannot sign in, has no session and no key, and leads no team',
    offenders: sql`
      select u.id, 'disabled but still there' as why from users u
      join logins l on (l.org_id, l.user_id) = (u.org_id, u.id)
      where u.status = 'disabled' and (l.disabled_at is null
        or exists (select 1 from sessions s where (s.org_id, s.user_id) = (u.org_id, u.id))
        or exists (select 1 from api_keys k where (k.org_id, k.user_id) = (u.org_id, u.id) and k.revoked_at is null)
        or exists (select 1 from teams t where (t.org_id, t.leader_id) = (u.org_id, u.id)))`,
  },
  {
    id: 'ID1',
    says: 'everybody has exactly the login of his e-mail',
    offenders: sql`
      select u.id, 'login differs' as why from users u
      left join logins l on (l.org_id, l.user_id) = (u.org_id, u.id)
      where l.email is distinct from u.email`,
  },
  {
    id: 'ID2',
    says: 'the path of a team is the path of the team above and itself',
    offenders: sql`
      select t.id, 'wrong path' as why from teams t
      left join teams p on (p.org_id, p.id) = (t.org_id, t.parent_id)
      where t.path is distinct from coalesce(p.path, '{}') || t.id`,
  },
  {
    id: 'ID3',
    says: 'an organisation has an active administrator',
    offenders: sql`
      select o.id, 'nobody administers it' as why from orgs o
      where exists (select 1 from users u where u.org_id = o.id) and not exists (
        select 1 from users u join user_roles ur on (ur.org_id, ur.user_id) = (u.org_id, u.id)
        join roles r on (r.org_id, r.id) = (ur.org_id, ur.role_id)
        where u.org_id = o.id and u.status = 'active' and r.permissions @> array['roles.manage', 'roles.grant_any'])`,
  },
];

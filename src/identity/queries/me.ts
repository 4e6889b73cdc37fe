import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import type { Output } from '#kernel/contract.ts';
import { theRegistry } from '#kernel/registry.ts';
import type { me, ownPermissions } from '../contract/me.ts';

type Me = Output<typeof me>;
type Stored = Pick<
  Me,
  | 'email'
  | 'phone'
  | 'title'
  | 'team'
  | 'roles'
  | 'locale'
  | 'theme'
  | 'preferences'
  | 'mustChangePassword'
  | 'secondStep'
>;

/** Who the caller is and what he may do, as the browser needs it to draw the right screens. */
export async function getMe({ actor, tx }: Pick<Step, 'actor' | 'tx'>): Promise<Me> {
  const found = await sql<Stored>`
    select u.email, u.phone, u.title, u.locale, u.theme, u.preferences,
      case when t.id is not null then jsonb_build_object('id', t.id, 'name', t.name) end as team,
      coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'key', r.key, 'name', r.name, 'nameEn', r.name_en) order by r.name)
        from user_roles ur join roles r on (r.org_id, r.id) = (ur.org_id, ur.role_id)
        where ur.org_id = u.org_id and ur.user_id = u.id), '[]') as roles,
      l.must_change_password as "mustChangePassword", l.totp_enabled_at is not null as "secondStep"
    from users u left join teams t on (t.org_id, t.id) = (u.org_id, u.team_id)
    join logins l on (l.org_id, l.user_id) = (u.org_id, u.id)
    where u.org_id = ${actor.orgId}::uuid and u.id = ${actor.id}::uuid`.execute(tx);
  const row = found.rows[0];
  if (!row) throw new Error('an actor is a stored person');
  const { id, name, zone, currency, locale, demo } = actor.org;
  return {
    ...row,
    id: actor.id,
    name: actor.name,
    permissions: [...actor.permissions].sort(),
    scopes: actor.scopes,
    fieldRights: actor.fieldRights,
    org: { id, name, zone, currency, locale, demo },
  };
}

/** The caller's rights with their names, as a list to choose from. */
export async function listOwnPermissions({
  actor,
}: Pick<Step, 'actor'>): Promise<Output<typeof ownPermissions>> {
  const items = theRegistry()
    .permissions.filter(({ key }) => actor.permissions.has(key))
    .map(({ key, label }) => ({ key, label }));
  return { items };
}

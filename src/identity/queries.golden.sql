-- users.list, scope self
select t.id, t.version, "t"."name" as "name", "t"."email" as "email", "t"."phone" as "phone", "t"."title" as "title", "t"."team_id" as "teamId", ((select string_agg(r.name, '、'
  order by r.name)
  from user_roles u
  join roles r on (r.org_id, r.id) = (u.org_id, u.role_id)
  where (u.org_id, u.user_id) = (t.org_id, t.id))) as "roles", "t"."status" as "status", "t"."created_at" as "createdAt", ("t"."name")::text as "$s0"
  from "users" as t
  where ("t"."org_id" = $1::uuid)
  order by "t"."name" asc, t.id asc
  limit $2;

-- users.list, scope all
select t.id, t.version, "t"."name" as "name", "t"."email" as "email", "t"."phone" as "phone", "t"."title" as "title", "t"."team_id" as "teamId", ((select string_agg(r.name, '、'
  order by r.name)
  from user_roles u
  join roles r on (r.org_id, r.id) = (u.org_id, u.role_id)
  where (u.org_id, u.user_id) = (t.org_id, t.id))) as "roles", "t"."status" as "status", "t"."created_at" as "createdAt", ("t"."name")::text as "$s0"
  from "users" as t
  where ("t"."org_id" = $1::uuid)
  order by "t"."name" asc, t.id asc
  limit $2;

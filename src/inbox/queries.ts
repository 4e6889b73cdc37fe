import { type RawBuilder, sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { badInput } from '#kernel/values/refusal.ts';
import type * as contract from './contract.ts';
import type { InboxTab } from './model.ts';

type Answer = Output<typeof contract.listInbox>;

interface Found extends Omit<Answer['items'][number], 'at' | 'snoozedUntil' | 'title'> {
  readonly at: Date;
  readonly atText: string;
  readonly snoozedUntil: Date | null;
  readonly zh: string;
  readonly en: string;
}

/** One's own news in one of the three tabs; waiting means neither done nor put off beyond now. */
function inTab(tab: InboxTab, { actor, now }: Step): RawBuilder<unknown> {
  const mine = sql`org_id = ${actor.orgId}::uuid and user_id = ${actor.id}::uuid`;
  if (tab === 'done') return sql`${mine} and done_at is not null`;
  if (tab === 'snoozed') return sql`${mine} and done_at is null and snoozed_until > ${now}`;
  return sql`${mine} and done_at is null and (snoozed_until is null or snoozed_until <= ${now})`;
}

/** The inbox by record, the latest first; a record that hears news again comes back to the top. */
export async function listInbox(
  { tab, limit, cursor }: Input<typeof contract.listInbox>,
  step: Step,
): Promise<Answer> {
  const [at, after] = cursor?.split('_') ?? [];
  if (cursor && !(at && after && !Number.isNaN(Date.parse(at)) && /^[0-9a-f-]{36}$/.test(after)))
    throw badInput([{ field: 'cursor', code: 'cursor_not_yours' }]);
  const start = cursor ? sql`where (at, "recordId") < (${at}::timestamptz, ${after}::uuid)` : sql``;
  const found = await sql<Found>`
    select * from (
      select object, record_id as "recordId", max(created_at) as at,
        to_char(max(created_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "atText", count(*) as count,
        count(*) filter (where read_at is null) as unread, max(snoozed_until) as "snoozedUntil",
        (array_agg(kind order by created_at desc, id desc))[1] as kind,
        (array_agg(title_zh order by created_at desc, id desc))[1] as zh,
        (array_agg(title_en order by created_at desc, id desc))[1] as en
      from notifications where ${inTab(tab, step)} group by object, record_id) as grouped
    ${start} order by at desc, "recordId" desc limit ${limit + 1}`.execute(step.tx);
  const shown = found.rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ at: latest, atText: _text, snoozedUntil, zh, en, ...item }) => ({
      ...item,
      title: { zh, en },
      at: latest.toISOString(),
      snoozedUntil: tab === 'snoozed' ? (snoozedUntil?.toISOString() ?? null) : null,
    })),
    nextCursor: found.rows.length > limit && last ? `${last.atText}_${last.recordId}` : null,
    ...(await countUnread({}, step)),
  };
}

/** The number on the badge: exactly the unread news among what is waiting. */
export async function countUnread(_input: unknown, step: Step): Promise<Output<typeof contract.countUnread>> {
  const found = await sql<{ unread: number }>`
    select count(*) as unread from notifications where ${inTab('open', step)} and read_at is null`.execute(
    step.tx,
  );
  return { unread: found.rows[0]?.unread ?? 0 };
}

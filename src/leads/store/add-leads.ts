import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import type { LeadStatus, PlaceCause } from '../model.ts';
import { isOpen } from '../rules/lead-states.ts';

/** A lead that is to be added together with many others: every value ready, owner or pool decided. */
export interface NewLead {
  readonly id: string;
  readonly company: string;
  readonly companyKey: string;
  readonly contactName: string | null;
  readonly phone: string | null;
  readonly mobileKey: string | null;
  readonly email: string | null;
  readonly uscc?: string | null;
  readonly title: string | null;
  readonly channel: string;
  readonly campaign: string | null;
  readonly region: string | null;
  readonly industry: string | null;
  readonly registeredCapital: string | null;
  readonly staffCount: number | null;
  readonly expectedAmount: string | null;
  readonly class: string | null;
  readonly note: string | null;
  readonly status: LeadStatus;
  readonly ownerId: string | null;
  readonly poolId: string | null;
  readonly capturedAt: Date;
  readonly captureMethod: string;
  readonly custom: Readonly<Record<string, unknown>>;
  readonly raw: unknown;
  /** When it came to its place; the step's moment unless said. */
  readonly since?: Date;
  /** The assignment rule that placed it. */
  readonly ruleId?: string | null;
}

/**
 * Adds many leads in three statements: the rows, the first places of those that were new, the holders' counts.
 * Returns the ids that went in; one whose mobile, or a value that must be unique, is taken already is left out, races included.
 * The caller has locked the holders and counted their caps.
 */
export async function insertLeads(
  step: Step,
  leads: readonly NewLead[],
  cause: PlaceCause,
): Promise<Set<string>> {
  if (leads.length === 0) return new Set();
  const { tx, actor, now } = step;
  const added = await sql<{ id: string }>`
    insert into leads (org_id, id, company, company_key, contact_name, phone, mobile_key, email, uscc, title, channel, campaign,
      region, industry, registered_capital, staff_count, expected_amount, currency, class, note, status, owner_id, owner_since,
      pool_id, pool_since, captured_at, capture_method, raw, custom, created_at, created_by)
    select ${actor.orgId}::uuid, r.id, r.company, r."companyKey", r."contactName", r.phone, r."mobileKey", r.email, r.uscc, r.title,
      r.channel, r.campaign, r.region, r.industry, r."registeredCapital", r."staffCount", r."expectedAmount",
      ${actor.org.currency}, r.class, r.note, r.status, r."ownerId",
      case when r."ownerId" is not null then coalesce(r.since, ${now}) end, r."poolId",
      case when r."poolId" is not null then coalesce(r.since, ${now}) end, r."capturedAt", r."captureMethod", r.raw,
      r.custom, coalesce(r.since, ${now}), ${actor.id}::uuid
    from jsonb_to_recordset(${JSON.stringify(leads)}::jsonb) as r(id uuid, company text, "companyKey" text, "contactName" text,
      phone text, "mobileKey" text, email text, uscc text, title text, channel text, campaign text, region text, industry text,
      "registeredCapital" numeric, "staffCount" integer, "expectedAmount" numeric, class text, note text, status text,
      "ownerId" uuid, "poolId" uuid, "capturedAt" timestamptz, "captureMethod" text, raw jsonb, custom jsonb, since timestamptz)
    on conflict do nothing
    returning id`.execute(tx);
  const ids = new Set(added.rows.map((row) => row.id));
  const placed = leads.filter((lead) => ids.has(lead.id));
  await sql`
    insert into lead_places (org_id, lead_id, seq, owner_id, pool_id, since, cause, actor_id, rule_id)
    select ${actor.orgId}::uuid, r.id, 1, r."ownerId", r."poolId", coalesce(r.since, ${now}), ${cause}, ${actor.id}::uuid, r."ruleId"
    from jsonb_to_recordset(${JSON.stringify(placed.map(({ id, ownerId, poolId, since, ruleId = null }) => ({ id, ownerId, poolId, since, ruleId })))}::jsonb)
      as r(id uuid, "ownerId" uuid, "poolId" uuid, since timestamptz, "ruleId" uuid)`.execute(tx);
  await addHeldOf(step, placed);
  return ids;
}

async function addHeldOf({ tx, actor }: Step, leads: readonly NewLead[]): Promise<void> {
  const held = new Map<string, number>();
  for (const { ownerId, status } of leads)
    if (ownerId && isOpen(status)) held.set(ownerId, (held.get(ownerId) ?? 0) + 1);
  if (held.size === 0) return;
  await sql`
    insert into lead_holders (org_id, user_id, held)
    select ${actor.orgId}::uuid, u.id, u.held
    from unnest(${[...held.keys()]}::uuid[], ${[...held.values()]}::integer[]) as u(id, held) order by u.id
    on conflict (org_id, user_id) do update set held = lead_holders.held + excluded.held`.execute(tx);
}

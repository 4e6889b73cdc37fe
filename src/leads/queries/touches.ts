import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import type { LeadTouch } from '../model.ts';

/** How a lead came, oldest first. */
export async function loadTouches(
  { tx, actor }: Pick<Step, 'tx' | 'actor'>,
  leadId: string,
): Promise<LeadTouch[]> {
  const found = await sql<LeadTouch>`
    select id, lead_id as "leadId", at, method, via, channel, campaign, last_click as "lastClick",
      first_click as "firstClick", submission_id as "submissionId", consent
    from lead_touches where org_id = ${actor.orgId}::uuid and lead_id = ${leadId}::uuid order by at, id limit 100`.execute(
    tx,
  );
  return found.rows;
}

/** How the lead was caught, with everything that came along, as it came. */
export async function loadCapture(
  { tx, actor }: Pick<Step, 'tx' | 'actor'>,
  leadId: string,
): Promise<{
  method: string;
  capturedAt: Date;
  channel: string;
  campaign: string | null;
  raw: unknown;
} | null> {
  const found = await sql<{
    method: string;
    capturedAt: Date;
    channel: string;
    campaign: string | null;
    raw: unknown;
  }>`
    select capture_method as method, captured_at as "capturedAt", channel, campaign, raw
    from leads where org_id = ${actor.orgId}::uuid and id = ${leadId}::uuid`.execute(tx);
  return found.rows[0] ?? null;
}

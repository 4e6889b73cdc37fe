import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import type { LeadTouch } from '../model.ts';

/** Notes that somebody came (again): one row per touch, and one submission is never counted twice. */
export async function insertTouches({ tx, actor }: Step, touches: readonly LeadTouch[]): Promise<void> {
  if (touches.length === 0) return;
  await sql`
    insert into lead_touches (org_id, id, lead_id, at, method, via, channel, campaign, last_click, first_click, submission_id, consent)
    select ${actor.orgId}::uuid, r.id, r."leadId", r.at, r.method, r.via, r.channel, r.campaign, r."lastClick", r."firstClick",
      r."submissionId", r.consent
    from jsonb_to_recordset(${JSON.stringify(touches)}::jsonb) as r(id uuid, "leadId" uuid, at timestamptz, method text, via text,
      channel text, campaign text, "lastClick" jsonb, "firstClick" jsonb, "submissionId" uuid, consent jsonb)
    on conflict do nothing`.execute(tx);
}

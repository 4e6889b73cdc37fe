import { sql } from 'kysely';
import type { Step } from '#kernel/command.ts';
import type { MoveDirection, StageKind } from '../model.ts';
import { saveTotals } from './totals.ts';

export interface NewOpportunity {
  readonly id: string;
  readonly name: string;
  readonly account_id: string;
  readonly contact_id: string | null;
  readonly amount: string;
  readonly expected_close_on: string | null;
  readonly stage: string;
  readonly status: StageKind;
  readonly win_rate: string;
  readonly stage_since: Date;
  readonly stage_seq: number;
  readonly postponed: number;
  readonly owner_id: string;
  readonly channel: string | null;
  readonly lost_reason: string | null;
  readonly competitor: string | null;
  readonly closed_at: Date | null;
  readonly created_at: Date;
}

export interface PastMove {
  readonly opportunity_id: string;
  readonly seq: number;
  readonly from_stage: string | null;
  readonly to_stage: string;
  readonly direction: MoveDirection;
  readonly skipped: number;
  readonly at: Date;
  readonly amount: string;
  readonly win_rate: string;
  readonly days_in_stage: number;
  readonly reason: string | null;
}

/**
 * Adds many deals with their whole history in three statements: demo rows and files of other systems. The moves
 * must form the chain that leads to where each deal is; version counts them, and the sums follow.
 */
export async function insertOpportunities(
  step: Step,
  deals: readonly NewOpportunity[],
  moves: readonly PastMove[],
): Promise<void> {
  const { tx, actor } = step;
  await sql`
    insert into opportunities (org_id, id, name, account_id, contact_id, amount, currency, expected_close_on, stage, status,
      win_rate, stage_since, stage_seq, postponed, owner_id, channel, lost_reason, competitor, closed_at, created_at, created_by,
      version)
    select ${actor.orgId}::uuid, r.id, r.name, r.account_id, r.contact_id, r.amount, ${actor.org.currency}, r.expected_close_on,
      r.stage, r.status, r.win_rate, r.stage_since, r.stage_seq, r.postponed, r.owner_id, r.channel, r.lost_reason, r.competitor,
      r.closed_at, r.created_at, ${actor.id}::uuid, r.stage_seq
    from jsonb_to_recordset(${JSON.stringify(deals)}::jsonb) as r(id uuid, name text, account_id uuid, contact_id uuid,
      amount numeric, expected_close_on date, stage text, status text, win_rate numeric, stage_since timestamptz,
      stage_seq integer, postponed integer, owner_id uuid, channel text, lost_reason text, competitor text,
      closed_at timestamptz, created_at timestamptz)`.execute(tx);
  await sql`
    insert into opportunity_moves (org_id, opportunity_id, seq, from_stage, to_stage, direction, skipped, at, actor_id, amount,
      win_rate, days_in_stage, reason)
    select ${actor.orgId}::uuid, r.opportunity_id, r.seq, r.from_stage, r.to_stage, r.direction, r.skipped, r.at,
      ${actor.id}::uuid, r.amount, r.win_rate, r.days_in_stage, r.reason
    from jsonb_to_recordset(${JSON.stringify(moves)}::jsonb) as r(opportunity_id uuid, seq integer, from_stage text,
      to_stage text, direction text, skipped integer, at timestamptz, amount numeric, win_rate numeric, days_in_stage integer,
      reason text)`.execute(tx);
  await saveTotals(
    step,
    deals.map((deal) => ({
      counted: {
        ownerId: deal.owner_id,
        stage: deal.stage,
        amount: deal.amount,
        winRate: deal.win_rate,
      },
      sign: 1,
    })),
  );
}

import type { SeededAccount } from '#accounts/model.ts';
import { addDays, atTime, dayOf } from '#kernel/values/day.ts';
import { newId } from '#kernel/values/id.ts';
import { laterOf } from '#kernel/values/instant.ts';
import { defaultStages, type LostReason, type MoveDirection, type Stage } from '../model.ts';
import { daysInStage } from '../rules/moving.ts';
import type { NewOpportunity, PastMove } from '../store/add-opportunities.ts';
import { dealNames, rivals } from './cast.ts';

const day = 86_400_000;
const zone = 'Asia/Shanghai';

export interface Course {
  readonly account: SeededAccount;
  readonly wins: number;
  readonly pace: number;
  readonly today: Date;
  readonly random: () => number;
}

export interface MadeDeal {
  readonly deal: NewOpportunity;
  readonly moves: readonly PastMove[];
}

const pick = <T>(list: readonly T[], random: () => number): T =>
  list[Math.floor(random() * list.length)] as T;

const stage = (position: number) => defaultStages[position - 1] as Stage;

/** Lets one deal run from its first day until it is closed or today has come, at its seller's pace. */
export function makeDeal({ account, wins, pace, today, random }: Course): MadeDeal {
  const id = newId();
  const amount = `${(8 + Math.floor(random() ** 2 * 150)) * 10_000 - (random() < 0.3 ? 2_000 : 0)}.00`;
  const room = today.getTime() - account.createdAt.getTime();
  const began = new Date(account.createdAt.getTime() + random() ** 0.8 * room * 0.97);
  const createdAt = laterOf(atWork(began, random), account.createdAt);
  const steps: { to: Stage; at: Date; direction: MoveDirection }[] = [
    { to: stage(1), at: createdAt, direction: 'created' },
  ];
  const endsAfter = random() < 0.8 ? 4 : 1 + Math.floor(random() * 3);
  const ending = endOf(random, wins);
  for (let position = 1, at = createdAt; ; ) {
    at = atWork(new Date(at.getTime() + (0.3 + random() * 1.4) * pace * day), random);
    if (at >= today) break;
    if (position >= endsAfter) {
      steps.push({ to: ending, at, direction: ending.kind as MoveDirection });
      break;
    }
    position += 1;
    steps.push({ to: stage(position), at, direction: 'forward' });
  }
  return { ...written({ id, amount, steps, account, createdAt }, { today, random }) };
}

/** The same day between nine and half past five. */
export function atWork(at: Date, random: () => number): Date {
  const minutes = Math.floor(random() * 510);
  return new Date(atTime(dayOf(at, zone), '09:00', zone).getTime() + minutes * 60_000);
}

function endOf(random: () => number, wins: number): Stage {
  const luck = random();
  if (luck < wins) return stage(5);
  return luck > 0.94 ? stage(7) : stage(6);
}

interface Story {
  readonly id: string;
  readonly amount: string;
  readonly steps: readonly { to: Stage; at: Date; direction: MoveDirection }[];
  readonly account: SeededAccount;
  readonly createdAt: Date;
}

function written(
  { id, amount, steps, account, createdAt }: Story,
  { today, random }: { today: Date; random: () => number },
): MadeDeal {
  const last = steps.at(-1) ?? { to: stage(1), at: createdAt };
  const closed = last.to.kind !== 'open';
  const lost: LostReason | null =
    last.to.kind === 'lost' ? pick(['competitor', 'price', 'budget', 'cancelled', 'decision'], random) : null;
  const moves = steps.map(({ to, at, direction }, index): PastMove => {
    const before = steps[index - 1];
    return {
      opportunity_id: id,
      seq: index + 1,
      from_stage: before?.to.key ?? null,
      to_stage: to.key,
      direction,
      skipped: 0,
      at,
      amount,
      win_rate: to.winRate,
      days_in_stage: before ? daysInStage(before.at, at, zone) : 0,
      reason: direction === 'lost' ? lost : direction === 'invalid' ? '需求不成立' : null,
    };
  });
  const near = addDays(dayOf(today, zone), Math.round((random() * 1.1 - 0.12) * 75));
  const contact = account.contacts[0];
  const deal: NewOpportunity = {
    id,
    name: pick(dealNames, random),
    account_id: account.id,
    contact_id: contact?.id ?? null,
    amount,
    expected_close_on: closed ? dayOf(last.at, zone) : near,
    stage: last.to.key,
    status: last.to.kind,
    win_rate: last.to.winRate,
    stage_since: last.at,
    stage_seq: steps.length,
    postponed: random() < 0.2 ? 1 + Math.floor(random() * 2) : 0,
    owner_id: account.ownerId,
    channel: account.channel,
    lost_reason: lost,
    competitor: lost === 'competitor' ? pick(rivals, random) : null,
    closed_at: closed ? last.at : null,
    created_at: createdAt,
  };
  return { deal, moves };
}

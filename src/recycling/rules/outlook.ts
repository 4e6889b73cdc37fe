import { addDays, type Day } from '#kernel/values/day.ts';
import type { Exemption } from '../model.ts';
import { paceNights } from './pacing.ts';

interface Due {
  readonly ownerId: string;
  readonly night: number;
  readonly exempt: Exemption | null;
  readonly leads: number;
  readonly classA: number;
}

export interface OwnerOutlook {
  readonly ownerId: string;
  readonly held: number;
  /** Due in the first night and not exempt; `tonight` is what of it the night takes. */
  readonly due: number;
  readonly tonight: number;
  readonly week: number;
  readonly exempt: number;
}

export interface Outlook {
  readonly owners: readonly OwnerOutlook[];
  readonly nights: readonly { readonly day: Day; readonly going: number }[];
  readonly exempt: readonly { readonly reason: Exemption; readonly leads: number }[];
}

interface Ask {
  readonly firstNight: Day;
  readonly nights: number;
  readonly nightShare: number;
}

/** What the nights to come take from whom, paced by the share a night may take; most affected people first. */
export function outlookOf(due: readonly Due[], held: ReadonlyMap<string, number>, ask: Ask): Outlook {
  const totals = new Array<number>(ask.nights).fill(0);
  const owners = [...Map.groupBy(due, ({ ownerId }) => ownerId)].map(([ownerId, rows]) => {
    const perNight = new Array<number>(ask.nights).fill(0);
    for (const { night, exempt, leads } of rows)
      if (exempt === null) perNight[night] = (perNight[night] ?? 0) + leads;
    const { going } = paceNights(held.get(ownerId) ?? 0, perNight, ask.nightShare);
    going.forEach((count, night) => {
      totals[night] = (totals[night] ?? 0) + count;
    });
    return {
      ownerId,
      held: held.get(ownerId) ?? 0,
      due: perNight[0] ?? 0,
      tonight: going[0] ?? 0,
      week: sum(going),
      exempt: sum(
        rows.filter(({ exempt, night }) => exempt !== null && night === 0).map(({ leads }) => leads),
      ),
    };
  });
  const kept = due.filter((one) => one.exempt !== null && one.night === 0);
  return {
    owners: owners.sort((one, other) => other.due - one.due || other.week - one.week),
    nights: totals.map((going, night) => ({ day: addDays(ask.firstNight, night), going })),
    exempt: [...Map.groupBy(kept, ({ exempt }) => exempt)].flatMap(([reason, rows]) =>
      reason === null ? [] : [{ reason, leads: sum(rows.map(({ leads }) => leads)) }],
    ),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

import type { Step } from '#kernel/command.ts';
import { newId } from '#kernel/values/id.ts';
import { dueMoments, policyFor } from '../rules/responding.ts';
import { type Hand, insertHands, lineUp } from '../store/hands.ts';
import { leadDefinition, loadLeadValues } from '../store/lead-values.ts';
import { loadOwnHours } from '../store/people.ts';
import { loadSettings } from '../store/rules.ts';
import { endTimers, insertTimers, type NewTimer, stopAnswered } from '../store/timers.ts';

// Histories brought in from elsewhere start no clock: nobody can respond to last year.
const freshFor = 3 * 86_400_000;

/** Leads somebody brought himself, or took over from a leaver by the hundred, are no news to respond to. */
function startsClock({ toOwnerId, cause, why, actorId, at }: Hand, now: Date): boolean {
  if (!toOwnerId || now.getTime() - at.getTime() > freshFor) return false;
  if (cause === 'created' || cause === 'imported') return why !== null && actorId !== toOwnerId;
  return cause === 'claimed' || cause === 'assigned' || cause === 'takenOver';
}

/**
 * Follows leads from hand to hand: writes every change down with its reason, keeps the lines of those that wait, ends
 * the clock of who had a lead and starts that of who got it.
 */
export async function followHands(hands: readonly Hand[], step: Step): Promise<void> {
  await insertHands(step, hands);
  // Within a batch the last place of a lead is where it is.
  const last = [...new Map(hands.map((hand) => [hand.leadId, hand])).values()];
  await lineUp(step, last);
  await endTimers(
    step,
    last
      .filter(({ fromOwnerId, toOwnerId }) => fromOwnerId !== null || toOwnerId === null)
      .map((hand) => hand.leadId),
    'moved',
  );
  const started = last.filter((hand) => startsClock(hand, step.now));
  await insertTimers(step, await readyTimers(step, started));
  // The owner may have called before we heard that the lead is his.
  await stopAnswered(
    step,
    started.map((hand) => hand.leadId),
  );
}

async function readyTimers(step: Step, hands: readonly Hand[]): Promise<NewTimer[]> {
  if (hands.length === 0) return [];
  const { zone } = step.actor.org;
  const { settings } = await loadSettings(step);
  const leads = await loadLeadValues(
    step,
    hands.map((hand) => hand.leadId),
  );
  const own = await loadOwnHours(
    step,
    hands.flatMap((hand) => hand.toOwnerId ?? []),
  );
  const moment = { actorId: step.actor.id, now: step.now, zone };
  const policyOf = policyFor(settings.policies, leadDefinition(step), moment);
  return hands.flatMap(({ leadId, toOwnerId, at }) => {
    const lead = leads.get(leadId);
    const policy = lead && policyOf(lead);
    if (!toOwnerId || !lead || !policy || lead.ownerId !== toOwnerId) return [];
    const hours = own.get(toOwnerId) ?? settings.hours;
    return [
      {
        ...{ id: newId(), leadId, ownerId: toOwnerId, channel: lead.channel, policy: policy.name },
        ...{ minutes: policy.minutes, atLast: policy.atLast, startedAt: at },
        ...dueMoments(policy, at, hours, zone),
      },
    ];
  });
}

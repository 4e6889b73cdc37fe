import { activityLogged } from '#activities/events.ts';
import { type Fact, on, onTogether } from '#kernel/outbox.ts';
import {
  leadAssigned,
  leadClaimed,
  leadClassed,
  leadConverted,
  leadCreated,
  leadDeleted,
  leadInvalidated,
  leadMoved,
  leadRecycled,
  leadReleased,
} from '#leads/events.ts';
import { adjustClocks } from './commands/adjust-clocks.ts';
import { answerClocks } from './commands/answer-clocks.ts';
import { closeClock } from './commands/close-clock.ts';
import { followHands } from './commands/follow-hands.ts';

interface PlacedData {
  readonly ownerId?: string | null;
  readonly poolId?: string | null;
  readonly previousOwnerId?: string | null;
  readonly cause?: string;
  readonly reason?: string | null;
  readonly ruleId?: string | null;
  readonly why?: { zh: string; en: string } | null;
}

function handOf({ id, subjectId, at, type, actorId, data }: Fact<PlacedData>) {
  const cause = data.cause ?? type.split('.')[1] ?? '';
  return {
    ...{ factId: id, leadId: subjectId, at, actorId, cause },
    fromOwnerId: data.previousOwnerId ?? null,
    toOwnerId: data.ownerId ?? null,
    toPoolId: data.poolId ?? null,
    ruleId: data.ruleId ?? null,
    reason: data.reason ?? null,
    why: data.why ?? null,
  };
}

const placed = [leadCreated, leadClaimed, leadAssigned, leadReleased, leadRecycled, leadMoved];

export const reactions = [
  {
    ...onTogether<PlacedData>('assignment.hands', leadCreated, (facts, step) =>
      followHands(facts.map(handOf), step),
    ),
    on: placed.map(({ type }) => type),
  },
  onTogether('assignment.answers', activityLogged, (facts, step) =>
    answerClocks(
      facts.flatMap(({ data }) =>
        data.subjectObject === 'leads' && data.kind !== 'note' ? [data.subjectId] : [],
      ),
      step,
    ),
  ),
  onTogether('assignment.limits', leadClassed, (facts, step) =>
    adjustClocks(
      facts.map((fact) => fact.subjectId),
      step,
    ),
  ),
  on<object>('assignment.ends', [leadConverted, leadInvalidated, leadDeleted], (fact, step) =>
    closeClock(fact.subjectId, step),
  ),
];

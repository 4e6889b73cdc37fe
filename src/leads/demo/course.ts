import { recordActivities } from '#activities/public.ts';
import type { DemoWorld } from '#kernel/demo.ts';
import type { NewLead } from '../store/add-leads.ts';
import { habits } from './cast.ts';
import { officeHours, type Plan } from './make-lead.ts';

const day = 86_400_000;
const stepOf = (world: DemoWorld, account: string) => world.as(`${account}@demo.yingdan.test`, world.today);
const talk = [
  '介绍了方案，客户说先看资料',
  '确认产线数量和节拍，要同行案例',
  '联系人在开会，约了下次时间',
  '问到预算区间，采购流程要走两周',
  '对比另一家报价，关注售后响应',
  '客户想先做一次现场取样',
] as const;

interface Followed {
  readonly plan: Plan;
  readonly lead: NewLead;
}

/** Writes the calls that the course of each lead tells of, by the rep who holds it; the last one plans the next. */
export async function recordCalls(world: DemoWorld, leads: readonly Followed[]): Promise<void> {
  const byOwner = Map.groupBy(
    leads.filter(({ plan }) => plan.course.lastActivityAt),
    ({ lead }) => lead.ownerId,
  );
  for (const [ownerId, own] of byOwner) {
    const rep = habits.find(({ account }) => stepOf(world, account).actor.id === ownerId);
    if (rep)
      await recordActivities(
        own.flatMap((one) => callsOf(one, world)),
        stepOf(world, rep.account),
      );
  }
}

/** Between getting the lead and the last call, while the office is open. */
function earlierCall({ since }: Plan, room: number, { random }: DemoWorld): Date {
  const at = officeHours(new Date(since.getTime() + room * 0.4), random);
  return at > since ? at : new Date(since.getTime() + 10 * 60_000);
}

function callsOf({ plan, lead }: Followed, world: DemoWorld) {
  const { course } = plan;
  const last = course.lastActivityAt;
  if (!last) return [];
  const { accountId = null } = course;
  const subject = {
    object: 'leads',
    id: lead.id,
    name: lead.company,
    ownerId: lead.ownerId,
    accountId,
    contactId: null,
    about: [lead.id, ...(accountId ? [accountId] : [])],
  };
  const room = Math.max(0, last.getTime() - plan.since.getTime());
  const earlier = room > day && world.random() < 0.5 ? [earlierCall(plan, room, world)] : [];
  return [...earlier, last].map((happenedAt, index, all) => {
    const connected = world.random() < 0.7;
    const open = index === all.length - 1 && (course.status === 'following' || course.status === 'pending');
    return {
      subject,
      kind: 'call' as const,
      content: connected ? (talk[Math.floor(world.random() * talk.length)] ?? null) : '未接通',
      connected,
      durationSeconds: connected ? 40 + Math.floor(world.random() * 500) : 0,
      happenedAt,
      nextContactAt: open ? (course.nextContactAt ?? null) : null,
    };
  });
}

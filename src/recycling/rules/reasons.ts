import type { Day } from '#kernel/values/day.ts';
import type { RecycleRule } from './rule-set.ts';

interface Base {
  readonly baseDay: Day;
  readonly from: 'followed' | 'owned';
}

/** Why a lead went, for its timeline: by which rule, how long, since when. */
export function recycledReason(
  rule: Pick<RecycleRule, 'name' | 'days' | 'trigger'> | undefined,
  base: Base | undefined,
  dueOn: Day,
): { zh: string; en: string } {
  if (!rule || !base) return { zh: `到期 ${dueOn}`, en: `Due on ${dueOn}` };
  const converted = rule.trigger === 'notConverted';
  const since =
    base.from === 'followed' ? { zh: '最后跟进', en: 'last followed up' } : { zh: '归属', en: 'owned since' };
  return {
    zh: `规则「${rule.name}」：超过 ${rule.days} 天未${converted ? '转化' : '跟进'}（${since.zh} ${base.baseDay}，${dueOn} 到期）`,
    en: `Rule “${rule.name}”: more than ${rule.days} days not ${converted ? 'converted' : 'followed up'} (${since.en} ${base.baseDay}, due ${dueOn})`,
  };
}

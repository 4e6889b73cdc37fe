import type { Words } from '#kernel/fields.ts';

function span(minutes: number): Words {
  const hours = minutes / 60;
  return Number.isInteger(hours)
    ? { zh: `${hours} 小时`, en: hours === 1 ? '1 hour' : `${hours} hours` }
    : { zh: `${minutes} 分钟`, en: minutes === 1 ? '1 minute' : `${minutes} minutes` };
}

/** The news that nobody was heard of in time: to the owner himself, or with his name to his leader. */
export function missedTitle(company: string, minutes: number, owner: string | null): Words {
  const time = span(minutes);
  return owner === null
    ? {
        zh: `「${company}」已过 ${time.zh}还没有首次响应`,
        en: `${company} has had no first response within ${time.en}`,
      }
    : {
        zh: `${owner} 的线索「${company}」超时两倍仍未响应`,
        en: `${company}, a lead of ${owner}, is twice overdue for a first response`,
      };
}

/** Why a lead went on: the clock first, then what the rules said; a pool chosen by the setting needs no rule. */
export function goneOnWhy(minutes: number, why: Words, byRule: boolean): Words {
  const time = span(minutes);
  const zh = `时限 ${time.zh}，超时后提醒和上报仍未响应`;
  const en = `No response within ${time.en}, nor after the owner and the leader were told`;
  return byRule
    ? { zh: `${zh}。${why.zh}`, en: `${en}. ${why.en}` }
    : { zh: `${zh}，退回公海`, en: `${en}: back to the pool` };
}

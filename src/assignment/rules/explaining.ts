import type { Words } from '#kernel/fields.ts';
import { dayOf, timeOf } from '#kernel/values/day.ts';
import type { Bar, Method, OwnerKey, SkipReason, WorkHours } from '../model.ts';
import { nextOpening } from './working-time.ts';

/** Somebody who was passed over, and why. */
export interface Skipped {
  readonly userId: string;
  readonly person: string;
  readonly reason: SkipReason;
  readonly day?: string;
  readonly until?: Date;
  readonly zone?: string;
  readonly held?: number;
  readonly cap?: number;
  /** Off hours: from when on, and by which hours; when they open is only worked out for the words. */
  readonly from?: Date;
  readonly hours?: WorkHours;
}

interface Known {
  readonly key: OwnerKey;
  readonly object: 'accounts' | 'leads';
}

/** What is told of one decision. */
export interface Told {
  readonly by: 'blacklist' | 'existingOwner' | 'rule' | 'nobody' | 'noRule';
  readonly barred?: Bar['kind'];
  readonly owner?: Known;
  readonly person?: string;
  readonly pool?: string;
  readonly waits?: boolean;
  readonly rule?: string;
  readonly method?: Method;
  readonly load?: number;
  readonly skipped?: readonly Skipped[];
  /** Rules above that did not hold. */
  readonly passed?: readonly string[];
  /** Rules above that held, but had nobody. */
  readonly tried?: readonly { readonly rule: string; readonly skipped: readonly Skipped[] }[];
  /** The holder of the same company, who could not have it. */
  readonly kept?: { readonly owner: Known; readonly person: string; readonly lost: Skipped } | null;
}

const keyWords: Readonly<Record<OwnerKey | Bar['kind'], Words>> = {
  uscc: { zh: '统一社会信用代码', en: 'credit code' },
  phone: { zh: '手机', en: 'phone' },
  email: { zh: '邮箱', en: 'e-mail' },
  name: { zh: '公司名称', en: 'company name' },
  company: { zh: '公司名称', en: 'company name' },
  domain: { zh: '邮箱域名', en: 'mail domain' },
};
const objectWords = { accounts: { zh: '客户', en: 'account' }, leads: { zh: '线索', en: 'lead' } } as const;
const methodWords: Readonly<Record<Method, Words>> = {
  user: { zh: '固定给', en: 'always to' },
  rotation: { zh: '轮到', en: 'next in turn is' },
  weighted: { zh: '按权重轮到', en: 'next by weight is' },
  leastLoad: { zh: '在手最少的是', en: 'fewest open leads has' },
  table: { zh: '按对照表归', en: 'the table names' },
  pool: { zh: '进公海', en: 'into the pool' },
};
const namedAtMost = 5;

/** Why a lead came where it is, and why not to the others: one or more sentences in both languages. */
export function explain(told: Told): Words {
  return { zh: sentences(told, 'zh'), en: sentences(told, 'en') };
}

type Lang = 'zh' | 'en';

function sentences(told: Told, lang: Lang): string {
  const zh = lang === 'zh';
  const parts = [keptText(told, lang), mainText(told, lang), skippedText(told.skipped, lang)];
  for (const { rule, skipped } of told.tried ?? [])
    parts.push(
      zh
        ? `规则「${rule}」没人能接${bracket(peopleText(skipped, lang), lang)}`
        : `Rule “${rule}” had nobody${bracket(peopleText(skipped, lang), lang)}`,
    );
  if (told.passed?.length) parts.push(passedText(told.passed, lang));
  return parts.filter((part) => part !== '').join(zh ? '。' : '. ');
}

function mainText({ by, barred, owner, person, pool, waits, rule, method, load }: Told, lang: Lang): string {
  const zh = lang === 'zh';
  const into = zh ? `进公海「${pool}」` : `it goes to the pool ${pool}`;
  switch (by) {
    case 'blacklist': {
      const key = keyWords[barred ?? 'phone'][lang];
      return zh
        ? `${key}在黑名单上，不分配，${into}`
        : `Its ${key} is on the blacklist: given to nobody, ${into}`;
    }
    case 'existingOwner':
      return zh
        ? `${sameText(owner, lang)}归 ${person}，线索也归他`
        : `${person} holds ${sameText(owner, lang)}, so the lead is theirs too`;
    case 'noRule':
      return zh ? `没有规则命中，${into}` : `No rule takes it, ${into}`;
    case 'nobody': {
      const after = waits ? (zh ? '，有人能接时再分配' : ' until somebody can take it') : '';
      return zh
        ? `规则「${rule}」此刻没人能接，${into}${after}`
        : `Rule “${rule}” has nobody now, ${into}${after}`;
    }
    case 'rule': {
      if (method === 'pool') return zh ? `规则「${rule}」：${into}` : `Rule “${rule}”: ${into}`;
      const verb = methodWords[method ?? 'user'][lang];
      const with_ = method === 'leastLoad' ? (zh ? `（连这条 ${load} 条）` : ` (${load} with this one)`) : '';
      return zh ? `规则「${rule}」：${verb} ${person}${with_}` : `Rule “${rule}”: ${verb} ${person}${with_}`;
    }
  }
}

function sameText(owner: Known | undefined, lang: Lang): string {
  if (!owner) return '';
  const key = keyWords[owner.key][lang];
  const object = objectWords[owner.object][lang];
  return lang === 'zh' ? `${key}相同的${object}` : `the ${object} with the same ${key}`;
}

function keptText({ kept }: Told, lang: Lang): string {
  if (!kept) return '';
  const why = reasonText(kept.lost, lang);
  return lang === 'zh'
    ? `${sameText(kept.owner, lang)}归 ${kept.person}，但${why}，改按规则`
    : `${kept.person} holds ${sameText(kept.owner, lang)} but ${why}, so the rules decide`;
}

function skippedText(skipped: readonly Skipped[] | undefined, lang: Lang): string {
  if (!skipped?.length) return '';
  return lang === 'zh' ? `跳过 ${peopleText(skipped, lang)}` : `Passed over: ${peopleText(skipped, lang)}`;
}

function peopleText(skipped: readonly Skipped[], lang: Lang): string {
  const zh = lang === 'zh';
  const named = skipped
    .slice(0, namedAtMost)
    .map((one) => `${one.person}${bracket(reasonText(one, lang), lang)}`)
    .join(zh ? '、' : ', ');
  if (skipped.length <= namedAtMost) return named;
  return zh ? `${named} 等 ${skipped.length} 人` : `${named} and ${skipped.length - namedAtMost} more`;
}

function passedText(passed: readonly string[], lang: Lang): string {
  const zh = lang === 'zh';
  const named = passed.slice(0, namedAtMost).map((name) => (zh ? `「${name}」` : `“${name}”`));
  const more = passed.length > namedAtMost;
  if (zh) return `没命中的规则：${named.join('、')}${more ? ` 等 ${passed.length} 条` : ''}`;
  return `Rules that did not hold: ${named.join(', ')}${more ? ` and ${passed.length - namedAtMost} more` : ''}`;
}

function bracket(text: string, lang: Lang): string {
  if (text === '') return '';
  return lang === 'zh' ? `（${text}）` : ` (${text})`;
}

function reasonText(skipped: Skipped, lang: Lang): string {
  const { reason, day, zone = 'UTC', held, cap, from, hours } = skipped;
  const zh = lang === 'zh';
  const until = skipped.until ?? (from && hours ? nextOpening(hours, from, zone) : null);
  const moment = until ? `${dayOf(until, zone)} ${timeOf(until, zone)}` : '';
  switch (reason) {
    case 'disabled':
      return zh ? '已停用' : 'disabled';
    case 'leave':
      return zh ? `休假到 ${day}` : `on leave until ${day}`;
    case 'offHours':
      return zh
        ? `不在工作时间${moment ? `，${moment} 起` : ''}`
        : `off hours${moment ? ` until ${moment}` : ''}`;
    case 'atCap':
      return zh ? `库容已满 ${held} / ${cap}` : `at the cap, ${held} of ${cap}`;
    case 'coolingDown':
      return zh ? `退回过，冷却到 ${moment}` : `let it go lately, waits until ${moment}`;
    case 'hadIt':
      return zh ? '刚刚是他的' : 'had it just now';
  }
}

import type { Words } from '#kernel/fields.ts';
import { compactMoneyText } from '#kernel/values/money-text.ts';
import type { EndedImport } from '../model.ts';

interface Asked {
  readonly title: string;
  readonly amount: string | null;
  readonly currency: string | null;
}

function money({ amount, currency }: Pick<Asked, 'amount' | 'currency'>, lang: 'zh' | 'en'): string {
  return amount === null ? '' : ` ${compactMoneyText(amount, { lang, currency: currency ?? 'CNY' })}`;
}

/** Somebody has to decide. */
export function askedSentence(asked: Asked): Words {
  return {
    zh: `待你审批：「${asked.title}」${money(asked, 'zh')}`,
    en: `For your approval: ${asked.title}${money(asked, 'en')}`,
  };
}

/** The answer to what somebody asked for, with the reason of a no. */
export function decidedSentence(
  asked: Asked,
  verdict: 'approved' | 'rejected',
  comment: string | null,
): Words {
  const why =
    verdict === 'rejected' && comment ? { zh: `：${comment}`, en: `: ${comment}` } : { zh: '', en: '' };
  return verdict === 'approved'
    ? { zh: `「${asked.title}」已同意`, en: `${asked.title} was approved` }
    : { zh: `「${asked.title}」被驳回${why.zh}`, en: `${asked.title} was rejected${why.en}` };
}

/** A record has a new owner, and that is you. */
export function assignedSentence(object: Words, name: string): Words {
  return { zh: `${object.zh}「${name}」分配给你`, en: `${object.en}: ${name} is yours now` };
}

/** Money came in on one's contract. */
export function moneySentence(name: string, amount: string, currency: string, settled: boolean): Words {
  return {
    zh: `「${name}」到账${money({ amount, currency }, 'zh')}${settled ? '，这一期已收清' : ''}`,
    en: `${name}: received${money({ amount, currency }, 'en')}${settled ? ', this instalment is settled' : ''}`,
  };
}

/** A contract counts from now on: its plan is in the receivables. */
export function activatedSentence(name: string, number: string, amount: string, currency: string): Words {
  return {
    zh: `合同 ${number}「${name}」已生效${money({ amount, currency }, 'zh')}，回款计划已进应收`,
    en: `Contract ${number} ${name} is active${money({ amount, currency }, 'en')}; its plan is in the receivables`,
  };
}

/** A file is through, with what became of its rows; or it broke off, with what had gone in by then. */
export function importedSentence(file: string, object: Words | undefined, ended: EndedImport): Words {
  const { status, created, updated, skipped, failed } = ended;
  const n = (count: number) => count.toLocaleString('en-US');
  const zh = [
    `新增 ${n(created)}`,
    ...(updated ? [`更新 ${n(updated)}`] : []),
    ...(skipped ? [`跳过 ${n(skipped)}`] : []),
    ...(failed ? [`失败 ${n(failed)}`] : []),
  ].join('，');
  const en = [
    `${n(created)} new`,
    ...(updated ? [`${n(updated)} updated`] : []),
    ...(skipped ? [`${n(skipped)} skipped`] : []),
    ...(failed ? [`${n(failed)} failed`] : []),
  ].join(', ');
  return status === 'done'
    ? {
        zh: `「${file}」导入完成${object ? `（${object.zh}）` : ''}：${zh}`,
        en: `${file} is imported${object ? ` (${object.en})` : ''}: ${en}`,
      }
    : { zh: `「${file}」导入中断，已处理：${zh}`, en: `The import of ${file} broke off after: ${en}` };
}

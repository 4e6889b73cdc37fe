import type { Words } from '#kernel/fields.ts';
import type { RowOutcomeKind, RowReason } from '../model.ts';

/** Why a row did not go in, or what the importer should know although it did; `{name}` takes a detail. */
export const rowReasons: Readonly<Record<string, Words>> = {
  required: { zh: '必填', en: 'required' },
  too_long: { zh: '太长，最多 {max} 个字', en: 'too long, at most {max} characters' },
  too_small: { zh: '太小', en: 'too small' },
  too_big: { zh: '太大', en: 'too big' },
  not_a_phone: { zh: '不是有效的电话号码', en: 'not a phone number' },
  digits_lost: {
    zh: '号码被 Excel 存成了科学计数，位数已丢失',
    en: 'Excel saved the number in scientific form and its digits are lost',
  },
  not_an_email: { zh: '不是有效的邮箱', en: 'not an e-mail address' },
  not_a_web_address: { zh: '不是网址', en: 'not a web address' },
  not_a_credit_code: { zh: '信用代码的校验位不对', en: 'the check character of the credit code is wrong' },
  not_an_amount: { zh: '看不出金额', en: 'not an amount' },
  other_currency: {
    zh: '币种是 {currency}，与本企业不同',
    en: 'in {currency}, not the currency of this company',
  },
  not_number: { zh: '应为数字', en: 'must be a number' },
  not_int: { zh: '应为整数', en: 'must be a whole number' },
  not_a_date: { zh: '不是存在的日期', en: 'not an existing date' },
  unclear_date: { zh: '分不清日和月，请选择日期顺序', en: 'day or month first? Choose the order of dates' },
  unknown_choice: { zh: '“{value}” 不在可选项中', en: '"{value}" is not one of the choices' },
  not_boolean: { zh: '应为是或否', en: 'must be yes or no' },
  unknown_person: { zh: '没有叫“{value}”的在职同事', en: 'no active colleague called "{value}"' },
  several_people: {
    zh: '有多位同事叫“{value}”，请改用邮箱',
    en: 'several colleagues are called "{value}": use the e-mail',
  },
  not_yours_to_give: { zh: '你不能分给“{value}”', en: 'you may not give records to "{value}"' },
  unknown_record: {
    zh: '没有找到“{value}”，或你看不到它',
    en: '"{value}" was not found, or you cannot see it',
  },
  several_records: { zh: '有多条记录叫“{value}”', en: 'several records are called "{value}"' },
  no_match: { zh: '系统里没有这条，未新建', en: 'not in the system, and nothing new was to be added' },
  several_matches: {
    zh: '同时匹配到 {records} 条不同的记录',
    en: 'fits {records} different records at once',
  },
  exists: { zh: '系统里已有：{name}', en: 'in the system already: {name}' },
  exists_elsewhere: { zh: '系统里已有，但你看不到它', en: 'in the system already, where you cannot see it' },
  not_yours_to_change: {
    zh: '系统里已有，但你不能修改它',
    en: 'in the system already, but not yours to change',
  },
  just_added: { zh: '导入过程中刚被别人录入', en: 'somebody else added it during the import' },
  just_changed: { zh: '导入过程中刚被别人修改', en: 'somebody else changed it during the import' },
  closed_record: { zh: '记录已关闭，不能再改', en: 'the record is closed and cannot change' },
  same_as_line: { zh: '与第 {line} 行相同', en: 'the same as row {line}' },
  same_record_as_line: { zh: '与第 {line} 行是同一条记录', en: 'the same record as row {line}' },
  at_cap: { zh: '负责人私海已满，已放入公海', en: 'the owner’s private pool is full; it went to the pool' },
  company_from_contact: { zh: '没有公司名，已用联系人代替', en: 'no company: the contact’s name was taken' },
  not_reached: { zh: '导入取消前未处理', en: 'not reached before the import was cancelled' },
};

export const outcomeWords: Readonly<Record<RowOutcomeKind, Words>> = {
  created: { zh: '新建', en: 'created' },
  updated: { zh: '更新', en: 'updated' },
  unchanged: { zh: '无变化', en: 'unchanged' },
  duplicateInFile: { zh: '文件内重复', en: 'duplicate in the file' },
  duplicateInSystem: { zh: '系统内重复', en: 'duplicate in the system' },
  notFound: { zh: '未匹配', en: 'not found' },
  invalid: { zh: '有误', en: 'invalid' },
};

/** The reasons of a row as one sentence, each under the name of its field. */
export function reasonText(
  reasons: readonly RowReason[],
  labels: ReadonlyMap<string, Words>,
  lang: 'zh' | 'en',
): string {
  const parts = reasons.map(({ field, code, detail }) => {
    const sentence = (rowReasons[code]?.[lang] ?? code).replace(/\{(\w+)\}/g, (whole, key: string) =>
      String(detail?.[key] ?? whole),
    );
    const label = field && labels.get(field)?.[lang];
    return label ? `${label}${lang === 'zh' ? '：' : ': '}${sentence}` : sentence;
  });
  return parts.join(lang === 'zh' ? '；' : '; ');
}

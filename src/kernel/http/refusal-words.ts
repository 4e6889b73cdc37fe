import type { Words } from '../fields.ts';

/** Sentences for refusals that any operation may give; the browser shows the same ones. */
export const refusalWords: Readonly<Record<string, Words>> = {
  unexpected: {
    zh: '服务器没能完成，请带上请求号联系管理员',
    en: 'The server could not finish; give the request id to your administrator',
  },
  not_found: { zh: '没有这条记录，或你看不到它', en: 'No such record, or you cannot see it' },
  forbidden: { zh: '你没有这项权限', en: 'You do not have this right' },
  foreign_origin: { zh: '请求不是从本站页面发出的', en: 'The request did not come from our own page' },
  not_signed: { zh: '签名不正确', en: 'The signature is not right' },
  not_signed_in: { zh: '请先登录', en: 'Sign in first' },
  must_change_password: { zh: '请先设置自己的密码', en: 'Choose a password of your own first' },
  bad_input: { zh: '有几项填得不对', en: 'Some fields need a correction' },
  double_key: { zh: '请求里有重复的字段名', en: 'A field name occurs twice in the request' },
  unparsable: { zh: '请求读不懂', en: 'The request cannot be read' },
  body_is_no_object: { zh: '请求正文应是一个 JSON 对象', en: 'The body must be a JSON object' },
  stale_version: { zh: '这条记录刚被别人改过', en: 'Somebody changed this record in the meantime' },
  not_unique: {
    zh: '这个值必须唯一，已有记录在用',
    en: 'This value must be unique, and a record has it already',
  },
  already_exists: { zh: '已经有一条相同的记录', en: 'The same record exists already' },
  too_costly: {
    zh: '这个查询太大，10 秒内没有算完。缩小条件再试',
    en: 'The query took over 10 seconds; narrow it',
  },
  too_many_requests: { zh: '请求太频繁，稍后再试', en: 'Too many requests; wait a moment' },
  database_away: { zh: '数据库暂时连不上，正在恢复', en: 'The database is away for a moment' },
  request_in_flight: { zh: '同一个请求还在处理', en: 'The same request is still running' },
  key_used_for_another_request: {
    zh: '这个幂等键已用于另一份内容',
    en: 'This key was used with another body',
  },
  required: { zh: '必填', en: 'Required' },
  reserved_name: { zh: '系统已用这个名字，换一个', en: 'The system uses this name; choose another' },
  bad_name: {
    zh: '以小写字母开头，只用字母、数字和下划线，最多 40 个',
    en: 'Begin with a small letter; letters, digits and underscores, at most 40',
  },
  name_taken: { zh: '这个名字已被占用', en: 'This name is taken' },
  label_taken: { zh: '已有同名的字段', en: 'Another field has this name' },
  not_expected: { zh: '这里不用填', en: 'Not expected here' },
  unknown_field: { zh: '没有这个字段', en: 'No such field' },
  unknown_choice: { zh: '不在可选项中', en: 'Not one of the choices' },
  not_a_credit_code: { zh: '不是有效的统一社会信用代码', en: 'Not a valid unified social credit code' },
  not_of_this_account: { zh: '这个人不属于该客户', en: 'This person does not belong to that account' },
  unknown_reference: { zh: '引用的记录不存在', en: 'The record referred to does not exist' },
  too_long: { zh: '太长，最多 {max} 个字', en: 'Too long, at most {max} characters' },
  too_short: { zh: '太短，至少 {min} 个字', en: 'Too short, at least {min} characters' },
  too_big: { zh: '太大', en: 'Too big' },
  too_small: { zh: '太小', en: 'Too small' },
  too_deep: { zh: '嵌套太深', en: 'Nested too deeply' },
  broken_text: { zh: '含有无法保存的字符', en: 'Contains characters that cannot be stored' },
  must_be_positive: { zh: '要大于 0', en: 'Must be above 0' },
  not_a_key: { zh: '幂等键应为 8 到 128 个可见字符', en: 'A key has 8 to 128 visible characters' },
  not_a_phone: { zh: '不是有效的电话号码', en: 'Not a phone number' },
  not_an_email: { zh: '不是有效的邮箱', en: 'Not an e-mail address' },
  not_a_web_address: {
    zh: '网址要以 http:// 或 https:// 开头',
    en: 'A web address begins with http:// or https://',
  },
  not_valid: { zh: '格式不对', en: 'Not in the right form' },
  not_string: { zh: '应为文字', en: 'Must be text' },
  not_number: { zh: '应为数字', en: 'Must be a number' },
  not_int: { zh: '应为整数', en: 'Must be a whole number' },
  not_boolean: { zh: '应为是或否', en: 'Must be true or false' },
  cursor_not_yours: { zh: '翻页标记已失效，请从头看', en: 'The page mark is no longer valid; start again' },
  operator_not_allowed: { zh: '这个字段不能这样筛选', en: 'This field cannot be filtered like that' },
  not_filterable: { zh: '这个字段不能筛选', en: 'This field cannot be filtered' },
  not_sortable: { zh: '这个字段不能排序', en: 'This field cannot be sorted' },
};

/** Puts the facts of a refusal into its sentence: `{held} / {cap}`. */
export function fillWords(sentence: string, detail: Readonly<Record<string, unknown>> | undefined): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, key: string) => String(detail?.[key] ?? whole));
}

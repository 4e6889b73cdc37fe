import { normaliseEmail } from '#kernel/values/email.ts';
import { normalisePhone } from '#kernel/values/phone.ts';
import { MOBILE } from '#kernel/values/phone-text.ts';

export interface Mail {
  readonly from: { readonly name: string; readonly address: string } | null;
  readonly subject: string;
  readonly text: string;
}

const labels: Readonly<Record<string, RegExp>> = {
  contactName: /^(?:姓名|联系人|称呼|name|full ?name|contact(?: ?name)?|your name)$/i,
  company: /^(?:公司|公司名称|单位|企业|company|company ?name|organi[sz]ation)$/i,
  phone: /^(?:电话|手机|手机号码?|联系电话|联系方式|tel|phone|mobile|phone ?number|cell)$/i,
  email: /^(?:邮箱|电子邮箱|邮件|e-?mail(?: address)?)$/i,
  title: /^(?:职位|职务|title|job ?title|position)$/i,
  region: /^(?:城市|地区|所在地|city|region|location)$/i,
  note: /^(?:留言|内容|需求|备注|咨询内容|message|comments?|enquiry|inquiry|note|requirements?)$/i,
};

/** Heads of a forwarded mail, in the words of the usual programs of both languages. */
const forwardedFrom = /^\s*(?:发件人|寄件人|from)\s*[:：]\s*(.+)$/im;
const forwardMark =
  /^[-\s>]*(?:-+\s*)?(?:转发邮件|转发的邮件|原始邮件|forwarded message|original message|begin forwarded message)/im;
const headLine =
  /^\s*(?:发件人|寄件人|发送时间|日期|时间|收件人|抄送|主题|from|sent|date|to|cc|subject|reply-to)\s*[:：]/i;
const label = /^\s*[*•\-·]?\s*([^:：\n]{1,24}?)\s*[:：]\s*(.+)$/;

/**
 * The values of a lead out of a mail: labelled lines in Chinese or English first, then what can be seen anywhere in it.
 * Of a forwarded mail the first sender counts, not the colleague who forwarded it. Null when nobody can be reached.
 */
export function readMail(mail: Mail): Record<string, string> | null {
  const text = mail.text.replace(/\r\n?/g, '\n').replace(/^[>\s]*>/gm, '');
  const forwarded = forwardMark.test(text) || forwardedFrom.test(text);
  const sender = forwarded ? senderIn(forwardedFrom.exec(text)?.[1] ?? '') : mail.from;
  const values: Record<string, string> = {};
  const rest: string[] = [];
  for (const line of text.split('\n')) {
    if (headLine.test(line) || forwardMark.test(line)) continue;
    const [, name = '', said = ''] = label.exec(line) ?? [];
    const field = name && Object.keys(labels).find((key) => labels[key]?.test(name.trim()));
    if (field && !values[field]) values[field] = said.trim();
    else if (line.trim()) rest.push(line.trim());
  }
  values.phone = phoneIn(values.phone ?? '') ?? phoneIn(text) ?? '';
  values.email = normaliseEmail(values.email ?? '') ?? (sender ? (normaliseEmail(sender.address) ?? '') : '');
  values.contactName ||= sender?.name ?? '';
  values.note ||= rest.join('\n').slice(0, 4_000);
  if (!values.phone && !values.email) return null;
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
}

/** `张三 <zhang@example.cn>`, `"Zhang, San" [mailto:zhang@example.cn]`, or an address alone. */
function senderIn(text: string): { name: string; address: string } | null {
  const address = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/.exec(text)?.[0];
  if (!address) return null;
  const name = text
    .slice(0, text.indexOf(address))
    .replace(/["'<>[\]()*]|mailto:/gi, '')
    .trim();
  return { name, address };
}

/** The first thing in a text that is a phone number, mobiles before landlines. */
function phoneIn(text: string): string | null {
  const found = text.normalize('NFKC').match(/(?:\+?\d[\d\s().\-–]{6,18}\d)/g) ?? [];
  const read = found.flatMap((one) => normalisePhone(one) ?? []);
  return read.find((one) => MOBILE.test(one.replace(/^\+86/, ''))) ?? read[0] ?? null;
}

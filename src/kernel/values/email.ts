const LOCAL = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const DOMAIN =
  /^(?=.{4,253}$)(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+(?:\p{L}{2,63}|xn--[a-z0-9-]{2,59})$/u;

const FREE_MAIL: ReadonlySet<string> = new Set(
  `qq.com vip.qq.com foxmail.com 163.com vip.163.com 126.com vip.126.com yeah.net 188.com sina.com sina.cn vip.sina.com
  sohu.com vip.sohu.com tom.com 139.com 189.cn wo.cn 21cn.com aliyun.com 263.net 2980.com 58.com msn.cn outlook.cn
  gmail.com googlemail.com outlook.com hotmail.com live.com live.cn msn.com hotmail.co.uk outlook.de outlook.fr
  yahoo.com yahoo.cn yahoo.com.cn yahoo.com.hk yahoo.com.tw yahoo.co.jp yahoo.co.uk yahoo.de yahoo.fr ymail.com
  icloud.com me.com mac.com aol.com gmx.com gmx.de gmx.net web.de t-online.de mail.com mail.ru yandex.com yandex.ru
  proton.me protonmail.com pm.me zoho.com fastmail.com hey.com naver.com hanmail.net daum.net laposte.net orange.fr`
    .split(/\s+/)
    .filter(Boolean),
);

/**
 * Brings a mail address into the form we keep and compare: full-width characters as plain ones, trimmed, lower
 * case, without `mailto:` or a name around it (`李雷 <li@a.cn>`). Null when it is no address.
 */
export function normaliseEmail(text: string): string | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .toLowerCase();
  const inside = /^[^<>]*<([^<>]+)>$/.exec(plain)?.[1] ?? plain;
  const address = inside.replace(/^mailto:/, '').trim();
  return isEmail(address) ? address : null;
}

/** Whether a text is one mail address as we keep it. */
export function isEmail(text: string): boolean {
  const at = text.lastIndexOf('@');
  const local = text.slice(0, at);
  if (at < 1 || text.length > 254 || local.length > 64) return false;
  return LOCAL.test(local) && DOMAIN.test(text.slice(at + 1));
}

/** What stands after the @; empty when there is none. */
export function domainOf(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1 || email.length).toLowerCase();
}

/** Whether anybody can have an address at that domain, so that it says nothing about the company. */
export function isFreeMail(domain: string): boolean {
  return FREE_MAIL.has(domain.toLowerCase());
}

/** The address for who may not see it: `l***@huawei.com`. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return at < 1 ? '****' : `${[...email][0]}***${email.slice(at)}`;
}

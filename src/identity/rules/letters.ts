import { langOf } from '#kernel/values/lang.ts';

export interface LinkLetter {
  readonly url: string;
  readonly name: string;
  readonly organisation: string;
  readonly locale: string;
}

interface Letter {
  readonly subject: string;
  readonly text: string;
}

/** The letter that invites somebody, in the language of the organisation. */
export function invitationLetter({ url, name, organisation, locale }: LinkLetter): Letter {
  if (langOf(locale) === 'zh')
    return {
      subject: `${organisation} 邀请你使用赢单`,
      text: `${name}，你好：\n\n${organisation} 为你开通了赢单账号。请在 7 天内打开下面的链接设置密码：\n\n${url}\n\n如果你不认识发件的公司，请忽略这封邮件。\n`,
    };
  return {
    subject: `${organisation} invites you to Yingdan`,
    text: `Hello ${name},\n\n${organisation} has opened a Yingdan account for you. Set your password within 7 days:\n\n${url}\n\nIf you do not know this company, ignore this mail.\n`,
  };
}

/** The letter with the link to a new password. */
export function resetLetter({ url, name, locale }: LinkLetter): Letter {
  if (langOf(locale) === 'zh')
    return {
      subject: '设置新的赢单密码',
      text: `${name}，你好：\n\n请在 30 分钟内打开下面的链接设置新密码，链接只能用一次：\n\n${url}\n\n设置后，所有设备都会退出登录，API 密钥也会吊销。如果不是你本人申请的，请忽略这封邮件，密码不会改变。\n`,
    };
  return {
    subject: 'A new password for Yingdan',
    text: `Hello ${name},\n\nSet a new password within 30 minutes; the link works once:\n\n${url}\n\nAfterwards all devices are signed out and API keys are revoked. If you did not ask for this, ignore this mail; nothing changes.\n`,
  };
}

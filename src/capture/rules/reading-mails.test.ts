import { expect, test } from 'vitest';
import { parseMail } from '#kernel/mail-box.ts';
import { readMail } from './reading-mails.ts';

const base64 = (text: string) =>
  Buffer.from(text, 'utf8')
    .toString('base64')
    .replace(/(.{76})/g, '$1\r\n');
const encoded = (text: string) => `=?UTF-8?B?${Buffer.from(text, 'utf8').toString('base64')}?=`;

/** A mail as it travels: headers, an empty line, the body in the encoding named. */
function raw(headers: Record<string, string>, body: string): string {
  const lines = Object.entries({ 'MIME-Version': '1.0', ...headers }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  return `${lines.join('\r\n')}\r\n\r\n${body}`;
}

const plain = { 'Content-Type': 'text/plain; charset=utf-8', 'Content-Transfer-Encoding': 'base64' };

test('a forward in Chinese: the first sender counts, labelled lines become fields, the rest is the note', async () => {
  const body = `小李，这个客户你跟一下。

------------------ 原始邮件 ------------------
发件人: "张伟"<zhangwei@huadong-dz.example.cn>
发送时间: 2026年11月20日(星期五) 上午9:12
收件人: "sales"<sales@example.com>
主题: 咨询外观检测

姓名：张伟
公司：华东电子有限公司
电话：０１３８－１２３４－５６７８
城市：苏州
留言：想了解 2 条产线的检测方案`;
  const mail = await parseMail(
    raw(
      {
        ...plain,
        From: `${encoded('李雷')} <lilei@example.com>`,
        Subject: encoded('Fw: 咨询外观检测'),
        'Message-ID': '<a1@x>',
      },
      base64(body),
    ),
  );
  expect(mail.messageId).toBe('<a1@x>');
  expect(readMail(mail)).toEqual({
    contactName: '张伟',
    company: '华东电子有限公司',
    phone: '+8613812345678',
    email: 'zhangwei@huadong-dz.example.cn',
    region: '苏州',
    note: '想了解 2 条产线的检测方案',
  });
});

test('a forward in English, quoted; and a plain mail whose only number stands in the signature', async () => {
  const forward = await parseMail(
    raw(
      {
        'Content-Type': 'text/plain; charset=utf-8',
        From: 'Colleague <me@example.com>',
        Subject: 'Fwd: Quote',
        'Message-ID': '<b2@x>',
      },
      '> Begin forwarded message:\r\n>\r\n> From: Anna Smith <anna@acme.example>\r\n> Subject: Quote\r\n> Date: Fri, 20 Nov 2026\r\n>\r\n> Company: Acme Ltd\r\n> Phone: +44 20 7946 0958\r\n> Message: Please send a quote for five seats.\r\n',
    ),
  );
  expect(readMail(forward)).toEqual({
    contactName: 'Anna Smith',
    company: 'Acme Ltd',
    phone: '+442079460958',
    email: 'anna@acme.example',
    note: 'Please send a quote for five seats.',
  });
  const direct = await parseMail(
    raw(
      {
        'Content-Type': 'text/html; charset=utf-8',
        From: `${encoded('王芳')} <wf@factory.example.cn>`,
        Subject: 'hi',
      },
      '<p>你好，想要报价</p><p>王芳 13987654321</p><script>alert(1)</script>',
    ),
  );
  const read = readMail(direct);
  expect(read).toMatchObject({
    contactName: '王芳',
    phone: '+8613987654321',
    email: 'wf@factory.example.cn',
  });
  expect(read?.note).toContain('想要报价');
  expect(read?.note).not.toContain('alert');
});

test('GBK, and a mail that names nobody', async () => {
  const gbk = Buffer.concat([
    Buffer.from('From: x@y.example\r\nContent-Type: text/plain; charset=gbk\r\nMIME-Version: 1.0\r\n\r\n'),
    // 电话：13900001111
    Buffer.from([0xb5, 0xe7, 0xbb, 0xb0, 0xa3, 0xba]),
    Buffer.from('13900001111\r\n'),
  ]);
  expect(readMail(await parseMail(gbk))).toMatchObject({ phone: '+8613900001111' });
  const nobody = { from: null, subject: 'newsletter', text: '本周特价' };
  expect(readMail(nobody)).toBeNull();
});

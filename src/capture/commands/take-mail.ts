import type { Step } from '#kernel/command.ts';
import { announce } from '#kernel/outbox.ts';
import { newId } from '#kernel/values/id.ts';
import { submissionReceived } from '../events.ts';
import { type Mail, readMail } from '../rules/reading-mails.ts';

import { insertSubmission } from '../store/submissions.ts';

export interface ArrivedMail extends Mail {
  /** The Message-ID, or what stands for it. */
  readonly messageId: string;
}

/** Takes a mail in, once per Message-ID; one that names nobody to call is kept aside for a person to read. */
export async function takeMail(sourceId: string, mail: ArrivedMail, step: Step): Promise<boolean> {
  const values = readMail(mail);
  const id = newId();
  const isNew = await insertSubmission(step, {
    id,
    method: 'mail',
    originId: sourceId,
    externalKey: mail.messageId.slice(0, 500),
    deviceKey: null,
    reason: values ? null : 'unreadable',
    values: values ?? { note: mail.text.slice(0, 4_000) },
    raw: { from: mail.from, subject: mail.subject.slice(0, 500), text: mail.text.slice(0, 20_000) },
    clicks: {},
    consentVersion: null,
  });
  if (isNew && values)
    await announce(step, submissionReceived, { subject: id, data: { method: 'mail', originId: sourceId } });
  return isNew;
}

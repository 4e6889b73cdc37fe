import { sql } from 'kysely';
import type { Step } from './command.ts';
import type { Tx } from './db.ts';
import { enqueue, type JobContext, job } from './jobs.ts';
import { isPermanent, type Letter, type MailDoor } from './mail/door.ts';
import { normaliseEmail } from './values/email.ts';
import { newId } from './values/id.ts';
import { oneLine } from './values/one-line.ts';
import { badInput } from './values/refusal.ts';

export interface Mail {
  readonly to: readonly string[];
  readonly subject: string;
  /** Plain text; every mail has it. */
  readonly text: string;
  readonly html?: string;
  readonly replyTo?: string;
  /** The record it is about. */
  readonly about?: string;
}

const recipientsAtMost = 50;
const subjectAtMost = 200;

/**
 * Writes a mail that leaves once the step has committed, and never if it has not. Refuses (422) an address that is
 * none, and more than fifty of them. Returns its id, which is also its Message-ID.
 */
export async function queueMail(step: Step, mail: Mail): Promise<string> {
  const recipients = [...new Set(mail.to.map((address) => acceptAddress('to', address)))];
  if (recipients.length === 0) throw badInput([{ field: 'to', code: 'required' }]);
  if (recipients.length > recipientsAtMost)
    throw badInput([{ field: 'to', code: 'too_many', detail: { max: recipientsAtMost } }]);
  const replyTo = mail.replyTo === undefined ? null : acceptAddress('replyTo', mail.replyTo);
  const id = newId();
  await sql`
    insert into mails (org_id, id, recipients, reply_to, subject, body, html, subject_id, created_at)
    values (${step.actor.orgId}::uuid, ${id}::uuid, ${recipients}::text[], ${replyTo},
      ${oneLine(mail.subject).slice(0, subjectAtMost)}, ${mail.text}, ${mail.html ?? null}, ${mail.about ?? null}::uuid,
      ${step.now}::timestamptz)`.execute(step.tx);
  await enqueue(step, sendMail, { mailId: id });
  return id;
}

/** A line break in an address would let its writer add headers of his own. */
function acceptAddress(field: string, address: string): string {
  const clean = /\p{Cc}/u.test(address) ? null : normaliseEmail(address);
  if (!clean) throw badInput([{ field, code: 'not_an_email' }]);
  return clean;
}

/**
 * Sends one letter. A server that is away or says "later" is tried for hours; one that says "never" ends it with
 * the reason on the row. After a crash between sending and noting, the same Message-ID goes out once more.
 */
export const sendMail = job<{ mailId: string }>({
  name: 'mail.send',
  retries: 60,
  seconds: 120,
  atOnce: 4,
  async run({ mailId }, context) {
    const letter = await context.transaction(({ tx }) => loadWaiting(tx, context.orgId, mailId));
    if (!letter) return;
    try {
      const refused = await theMailDoor().send(letter);
      const error = refused.length > 0 ? `refused for ${refused.join(', ')}` : null;
      await note(context, mailId, { status: 'sent', error });
    } catch (failure) {
      const error = (failure instanceof Error ? failure.message : String(failure)).slice(0, 1_000);
      const last = isPermanent(failure) || context.attempt > sendMail.retries;
      await note(context, mailId, { status: last ? 'failed' : 'waiting', error });
      if (!last) throw failure;
      context.log.error({ err: failure, mailId, orgId: context.orgId }, 'a mail could not be sent');
    }
  },
});

async function loadWaiting(tx: Tx, orgId: string, id: string): Promise<Letter | undefined> {
  const { rows } = await sql<Letter>`
    select id, recipients, reply_to as "replyTo", subject, body, html, created_at as "createdAt" from mails
    where org_id = ${orgId}::uuid and id = ${id}::uuid and status = 'waiting'`.execute(tx);
  return rows[0];
}

/** What is out of the house, or will never leave it, is not kept: a letter holds links that open accounts. */
function note(
  context: JobContext,
  id: string,
  { status, error }: { status: 'sent' | 'failed' | 'waiting'; error: string | null },
): Promise<unknown> {
  return context.transaction(({ tx, now }) =>
    sql`
      update mails set status = ${status}, attempts = attempts + 1, error = ${error},
        body = case when ${status} = 'waiting' then body else '' end,
        html = case when ${status} = 'waiting' then html end,
        sent_at = case when ${status} = 'sent' then ${now}::timestamptz end
      where org_id = ${context.orgId}::uuid and id = ${id}::uuid`.execute(tx),
  );
}

let door: MailDoor | null = null;

/** The app says at start where mail goes. */
export function setMailDoor(value: MailDoor): void {
  door = value;
}

function theMailDoor(): MailDoor {
  if (!door) throw new Error('there is no way out for mail yet');
  return door;
}

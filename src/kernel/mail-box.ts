import { lookup } from 'node:dns/promises';
import { ImapFlow } from 'imapflow';
import PostalMime from 'postal-mime';
import { isPublicAddress } from './outside/addresses.ts';

export interface MailBox {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly folder: string;
}

/** A mail as it lay in the box. */
export interface FoundMail {
  readonly messageId: string;
  readonly from: { readonly name: string; readonly address: string } | null;
  readonly subject: string;
  readonly text: string;
}

/** The box could not be read. Whoever arranged it learns no more, or he could use us to look around in our network. */
export class MailBoxFailure extends Error {
  override name = 'MailBoxFailure';
  constructor(cause: unknown) {
    super('the mail box could not be read', { cause });
  }
}

interface Policy {
  readonly isAllowed: (address: string) => boolean;
  readonly secure: boolean;
}

const usual: Policy = { isAllowed: isPublicAddress, secure: true };
const mailBytesAtMost = 5_000_000;
const mailsAtOnce = 50;

/**
 * Hands over the unread mails of a box, oldest first, at most fifty; each is marked read once it is safe. The box must
 * stand at a public address, by TLS, and what goes wrong is told in one sentence only.
 */
export async function readMailBox(
  box: MailBox,
  take: (mail: FoundMail) => Promise<void>,
  { signal, policy = usual }: { signal: AbortSignal; policy?: Policy },
): Promise<number> {
  const client = new ImapFlow({
    host: await addressOf(box.host, policy),
    port: box.port,
    secure: policy.secure,
    servername: box.host,
    ...(policy.secure ? {} : { doSTARTTLS: false }),
    auth: { user: box.user, pass: box.password },
    logger: false,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
  });
  // Without a listener a broken connection would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const lock = await client.getMailboxLock(box.folder);
    try {
      return await takeUnread(client, take, signal);
    } finally {
      lock.release();
    }
  } catch (error) {
    if (error instanceof MailBoxFailure || signal.aborted) throw error;
    throw new MailBoxFailure(error);
  } finally {
    client.close();
  }
}

async function takeUnread(
  client: ImapFlow,
  take: (mail: FoundMail) => Promise<void>,
  signal: AbortSignal,
): Promise<number> {
  const unread = (await client.search({ seen: false }, { uid: true })) || [];
  let taken = 0;
  for (const uid of unread.slice(0, mailsAtOnce)) {
    signal.throwIfAborted();
    const found = await client.fetchOne(
      String(uid),
      { source: { maxLength: mailBytesAtMost } },
      { uid: true },
    );
    const source = found ? found.source : undefined;
    if (source) await take(await parseMail(source));
    await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true });
    taken += 1;
  }
  return taken;
}

/** Reads a mail as it travels (RFC 822), in any of the usual character sets. */
export async function parseMail(source: Buffer | string): Promise<FoundMail> {
  const read = await PostalMime.parse(source);
  const from = read.from?.address ? { name: read.from.name ?? '', address: read.from.address } : null;
  const text = (read.text ?? stripped(read.html ?? '')).replaceAll('\u0000', '').toWellFormed();
  const subject = (read.subject ?? '').replaceAll('\u0000', '').toWellFormed();
  return { messageId: read.messageId ?? `${read.date ?? ''}/${subject}`, from, subject, text };
}

/** A mail without a plain part: lines for blocks, nothing else of its markup. */
function stripped(html: string): string {
  return html
    .replace(/<(style|script)[\s\S]*?<\/\1>/gi, '')
    .replace(/<(br|\/p|\/div|\/tr|\/li)\b[^>]*>/gi, '\n')
    .replace(/<[^>]{0,2000}>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}

async function addressOf(host: string, { isAllowed }: Policy): Promise<string> {
  try {
    const found = await lookup(host, { all: true });
    const [first] = found;
    if (!first || found.some(({ address }) => !isAllowed(address))) throw new Error('not a public address');
    return first.address;
  } catch (error) {
    throw new MailBoxFailure(error);
  }
}

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Config } from '../config.ts';
import { writeDurably } from '../files/write-durably.ts';

/** A mail as it leaves the house. */
export interface Letter {
  readonly id: string;
  readonly recipients: readonly string[];
  readonly replyTo: string | null;
  readonly subject: string;
  readonly body: string;
  readonly html: string | null;
  readonly createdAt: Date;
}

export interface MailDoor {
  /** Resolves once the letter is in other hands (or safe on disk), with the recipients that were refused. */
  send(letter: Letter): Promise<readonly string[]>;
  close(): void;
}

type MailConfig = Pick<Config, 'smtpUrl' | 'mailFrom' | 'dataDir' | 'publicUrl'>;

/** Opens the way out: the SMTP server of SMTP_URL, or files in DATA_DIR/mail that any mail program can open. */
export function openMail(config: MailConfig): MailDoor {
  return config.smtpUrl === undefined ? catcher(config) : smtp(config, config.smtpUrl);
}

function smtp(config: MailConfig, url: string): MailDoor {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 4,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as Parameters<typeof createTransport>[0]);
  return {
    async send(letter) {
      const result = (await transport.sendMail(messageOf(letter, config))) as {
        rejected?: (string | { address: string })[];
      };
      return (result.rejected ?? []).map((one) => (typeof one === 'string' ? one : one.address));
    },
    close: () => transport.close(),
  };
}

function catcher(config: MailConfig): MailDoor {
  const folder = join(config.dataDir, 'mail');
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  return {
    async send(letter) {
      const result = await transport.sendMail(messageOf(letter, config));
      await mkdir(folder, { recursive: true });
      // Named by its id: a second delivery after a crash replaces the first.
      await writeDurably(join(folder, `${letter.id}.eml`), result.message as Buffer);
      return [];
    },
    close: () => undefined,
  };
}

function messageOf(letter: Letter, config: MailConfig) {
  return {
    from: config.mailFrom,
    to: [...letter.recipients],
    ...(letter.replyTo ? { replyTo: letter.replyTo } : {}),
    subject: letter.subject,
    text: letter.body,
    ...(letter.html ? { html: letter.html } : {}),
    date: letter.createdAt,
    messageId: `<${letter.id}@${new URL(config.publicUrl).hostname.replace(/^\[|\]$/g, '')}>`,
    headers: { 'auto-submitted': 'auto-generated' },
  };
}

/** Whether the server said that this letter will never be taken. */
export function isPermanent(failure: unknown): boolean {
  const { responseCode = 0 } = failure as { responseCode?: number };
  return responseCode >= 500;
}

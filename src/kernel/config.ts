import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { explainFileError, StartProblem } from '#kernel/start-problem.ts';

const flag = z
  .enum(['1', '0', 'true', 'false', 'on', 'off', 'yes', 'no'])
  .transform((word) => ['1', 'true', 'on', 'yes'].includes(word));
const port = z.coerce.number().int().min(0).max(65535);
const webUrl = z.url({ protocol: /^https?$/ });

/** Every setting of the server, by the name of its environment variable; `docs/operations.md` is checked against it. */
export const settings = z.object({
  HOST: z
    .string()
    .default('127.0.0.1')
    .describe('Address to listen on. Anything but loopback needs an https PUBLIC_URL.'),
  PORT: port.default(4180).describe('Port to listen on; 0 takes any free one.'),
  DATA_DIR: z
    .string()
    .default('./.data')
    .describe('Folder of the embedded database, uploaded files and caught mail.'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe(
      'Owner of an external PostgreSQL (15 or newer) database. Unset: the embedded server in DATA_DIR.',
    ),
  DATABASE_PASSWORD: z
    .string()
    .optional()
    .describe('Password for DATABASE_URL as it is, for those that would need escaping inside a URL.'),
  APP_DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe(
      'The same database as the unprivileged role yingdan_app. Unset: the role is made from DATABASE_URL.',
    ),
  POOL_SIZE: z.coerce
    .number()
    .int()
    .min(2)
    .max(200)
    .default(20)
    .describe('Most database connections of one server.'),
  DEMO: flag
    .optional()
    .describe('Seed the demo company into an empty database. On unless DATABASE_URL is set.'),
  PUBLIC_URL: webUrl
    .optional()
    .describe('The address users type, for links in mail. Unset: http://HOST:PORT.'),
  TRUST_PROXY: flag
    .default(false)
    .describe('Believe X-Forwarded-* headers; only behind a proxy that sets them.'),
  SESSION_SECRET: z
    .string()
    .optional()
    .describe('At least 32 characters; signs cursors and links. Unset: made once into DATA_DIR/secret.'),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/ })
    .optional()
    .describe(
      'Where mail goes, smtp://user:password@host:587. Unset: mail is kept as files in DATA_DIR/mail.',
    ),
  SMTP_PASSWORD: z.string().optional().describe('Password for SMTP_URL as it is, without escaping.'),
  MAIL_FROM: z.string().default('Yingdan <no-reply@localhost>').describe('Sender of all mail.'),
  S3_ENDPOINT: webUrl.optional().describe('S3-compatible store for uploaded files. Unset: DATA_DIR/files.'),
  S3_BUCKET: z.string().optional().describe('Bucket of the S3 store.'),
  S3_REGION: z.string().default('us-east-1').describe('Region of the S3 store.'),
  S3_ACCESS_KEY_ID: z.string().optional().describe('Key id of the S3 store.'),
  S3_SECRET_ACCESS_KEY: z.string().optional().describe('Secret key of the S3 store.'),
  METRICS_PORT: port.optional().describe('Loopback port of /metrics for Prometheus. Unset: no metrics port.'),
  RATE_LIMIT: z.coerce
    .number()
    .int()
    .min(0)
    .default(6000)
    .describe('Most requests of one address in a minute; 0 switches the limit off.'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .describe('How much the server logs.'),
});

export interface S3Settings {
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

export interface Config {
  readonly host: string;
  readonly port: number;
  /** Absolute. */
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  readonly appDatabaseUrl: string | undefined;
  readonly poolSize: number;
  readonly demo: boolean;
  /** Without a slash at the end. */
  readonly publicUrl: string;
  readonly trustProxy: boolean;
  readonly sessionSecret: string;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  readonly s3: S3Settings | undefined;
  readonly metricsPort: number | undefined;
  readonly rateLimit: number;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
}

/**
 * Reads the settings from the environment and refuses unsafe ones with a plain sentence.
 *
 * An empty variable counts as unset, because compose files and panels pass empty strings for what was left blank.
 */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const filled = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const read = settings.safeParse(filled);
  if (!read.success) {
    const lines = read.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new StartProblem(
      `These settings cannot be used:\n${lines.join('\n')}\nThe list is in docs/operations.md.`,
    );
  }
  const given = read.data;
  const demo = given.DEMO ?? given.DATABASE_URL === undefined;
  const problems = unsafeSettings(given, demo);
  if (problems.length > 0)
    throw new StartProblem(`Not starting, because it would be unsafe:\n  ${problems.join('\n  ')}`);

  const dataDir = resolve(given.DATA_DIR);
  return {
    host: given.HOST,
    port: given.PORT,
    dataDir,
    databaseUrl: withPassword(given.DATABASE_URL, given.DATABASE_PASSWORD),
    appDatabaseUrl: given.APP_DATABASE_URL,
    poolSize: given.POOL_SIZE,
    demo,
    publicUrl: (given.PUBLIC_URL ?? `http://${bracketed(given.HOST)}:${given.PORT}`).replace(/\/+$/, ''),
    trustProxy: given.TRUST_PROXY,
    sessionSecret: given.SESSION_SECRET ?? keptSecret(dataDir),
    smtpUrl: withPassword(given.SMTP_URL, given.SMTP_PASSWORD),
    mailFrom: given.MAIL_FROM,
    s3: s3Settings(given),
    metricsPort: given.METRICS_PORT,
    rateLimit: given.RATE_LIMIT,
    logLevel: given.LOG_LEVEL,
  };
}

/** Whether only this machine can reach the address. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '').toLowerCase();
  if (bare === 'localhost' || bare === '::1') return true;
  return isIP(bare) === 4 && bare.startsWith('127.');
}

type Given = z.infer<typeof settings>;

function unsafeSettings(given: Given, demo: boolean): string[] {
  const problems: string[] = [];
  const open = !isLoopback(given.HOST);
  if (open && demo) {
    problems.push(
      `HOST=${given.HOST} can be reached from outside, and the demo company has a known password. Set DEMO=0, or HOST=127.0.0.1.`,
    );
  }
  if (open && !given.PUBLIC_URL?.startsWith('https://')) {
    problems.push(
      `HOST=${given.HOST} can be reached from outside: put a proxy with TLS in front and set PUBLIC_URL=https://your.address.`,
    );
  }
  if (given.SESSION_SECRET !== undefined && isWeakSecret(given.SESSION_SECRET)) {
    problems.push(
      'SESSION_SECRET is too easy to guess: use at least 32 random characters, or leave it unset.',
    );
  }
  const s3 = [given.S3_ENDPOINT, given.S3_BUCKET, given.S3_ACCESS_KEY_ID, given.S3_SECRET_ACCESS_KEY];
  if (s3.some((part) => part !== undefined) && s3.includes(undefined)) {
    problems.push(
      'S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY belong together: set all or none.',
    );
  }
  if (given.APP_DATABASE_URL !== undefined && given.DATABASE_URL === undefined) {
    problems.push('APP_DATABASE_URL needs DATABASE_URL beside it, because the owner applies the migrations.');
  }
  return problems;
}

function isWeakSecret(secret: string): boolean {
  return secret.length < 32 || new Set(secret).size < 10 || /change.?me|default|example/i.test(secret);
}

function s3Settings(given: Given): S3Settings | undefined {
  const { S3_ENDPOINT: endpoint, S3_BUCKET: bucket, S3_REGION: region } = given;
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = given;
  if (!endpoint || !bucket || !accessKeyId || !secretAccessKey) return undefined;
  return { endpoint, bucket, region, accessKeyId, secretAccessKey };
}

function withPassword(url: string | undefined, password: string | undefined): string | undefined {
  if (url === undefined || password === undefined) return url;
  const full = new URL(url);
  full.password = encodeURIComponent(password);
  return full.toString();
}

function bracketed(host: string): string {
  return isIP(host) === 6 ? `[${host}]` : host;
}

function keptSecret(dataDir: string): string {
  const path = join(dataDir, 'secret');
  const draft = `${path}.${process.pid}`;
  try {
    mkdirSync(dataDir, { recursive: true });
    if (!existsSync(path)) {
      writeFileSync(draft, randomBytes(48).toString('base64url'), { mode: 0o600 });
      // A link is never half-written and never replaces: of two servers starting together the first secret stays.
      linkUnlessThere(draft, path);
      rmSync(draft);
    }
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    throw explainFileError(error, dataDir);
  }
}

function linkUnlessThere(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if (!existsSync(to)) throw error;
  }
}

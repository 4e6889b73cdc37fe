import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Logger, pino } from 'pino';
import type { Config } from '#kernel/config.ts';
import { explainFileError } from '#kernel/start-problem.ts';

export type Log = Logger;

/** Never written anywhere, whatever object is logged. */
const secrets = ['password', 'token', 'secret', 'authorization', 'cookie', '["set-cookie"]'];
const redact = {
  paths: [
    ...secrets,
    ...secrets.map((name) => (name.startsWith('[') ? `*${name}` : `*.${name}`)),
    'req.headers',
    'res.headers',
  ],
  censor: '[hidden]',
};

/**
 * Opens the log: one JSON object a line, with the request id where there is a request.
 *
 * It goes to standard output for whoever collects it there; a person at a terminal gets a quiet screen instead
 * and finds the same lines in DATA_DIR/server.log.
 */
export function openLog(config: Pick<Config, 'dataDir' | 'logLevel'>): Log {
  const options = {
    level: config.logLevel,
    redact,
    timestamp: pino.stdTimeFunctions.isoTime,
    base: { pid: process.pid },
  };
  if (!process.stdout.isTTY) return pino(options);
  const path = join(config.dataDir, 'server.log');
  try {
    mkdirSync(config.dataDir, { recursive: true });
    if (existsSync(path) && statSync(path).size > 20_000_000) {
      rmSync(`${path}.1`, { force: true });
      renameSync(path, `${path}.1`);
    }
    return pino(options, pino.destination({ dest: path, mkdir: false, sync: false }));
  } catch (error) {
    throw explainFileError(error, path);
  }
}

/** A log that writes nothing, for tests and tools. */
export function silentLog(): Log {
  return pino({ level: 'silent' });
}

import { Client } from 'undici';

/** One request of a measurement; `expect` is the status that counts as done. */
export interface Ask {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: unknown;
  readonly key: string;
}

export interface Sample {
  readonly requests: number;
  readonly failures: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  /** The first answer that was not fine, to find out why. */
  readonly complaint: string | null;
}

/** What one connection asks next; null when it has nothing left. It hears each answer, to go on from there. */
export interface Talker {
  next(): Ask | null;
  heard?(body: unknown): void;
}

/** Sends one request. */
export async function ask(origin: string, request: Ask): Promise<{ status: number; body: unknown }> {
  const client = new Client(origin, { bodyTimeout: 120_000, headersTimeout: 120_000 });
  try {
    const answer = await client.request(optionsOf(request));
    const text = await answer.body.text();
    return { status: answer.statusCode, body: text === '' ? null : JSON.parse(text) };
  } finally {
    await client.close();
  }
}

function optionsOf({ method, path, body, key }: Ask) {
  return {
    method,
    path: `/api/v1${path}`,
    headers: {
      authorization: `Bearer ${key}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    body: body === undefined ? null : JSON.stringify(body),
  };
}

/** Keeps every talker's connection busy for so many seconds, after a warm-up that does not count. */
export async function load(
  origin: string,
  talkers: readonly Talker[],
  { seconds, warmup }: { seconds: number; warmup: number },
): Promise<Sample & { began: number; ended: number }> {
  const from = performance.now() + warmup * 1000;
  const until = from + seconds * 1000;
  const times: number[] = [];
  let failures = 0;
  let complaint: string | null = null;
  await Promise.all(
    talkers.map(async (talker) => {
      const client = new Client(origin, { pipelining: 1 });
      try {
        for (let request = talker.next(); request && performance.now() < until; request = talker.next()) {
          const start = performance.now();
          const answer = await client.request(optionsOf(request));
          const text = await answer.body.text();
          const end = performance.now();
          const fine = answer.statusCode < 300;
          if (fine) talker.heard?.(text === '' ? null : JSON.parse(text));
          else complaint ??= `${answer.statusCode} ${text.slice(0, 300)}`;
          if (end < from || end > until) continue;
          if (fine) times.push(end - start);
          else failures += 1;
        }
      } finally {
        await client.close();
      }
    }),
  );
  const ended = Math.min(performance.now(), until);
  return { ...summary(times, (ended - from) / 1000), failures, complaint, began: from, ended };
}

export function summary(times: number[], seconds: number): Omit<Sample, 'failures' | 'complaint'> {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { requests: sorted.length, perSecond: sorted.length / seconds, p50: at(0.5), p95: at(0.95) };
}

import { request } from 'node:http';
import { newId } from '#kernel/values/id.ts';

export interface Reply {
  /** 0: no answer at all. */
  readonly status: number;
  readonly body: string;
  readonly retryAfter: string | undefined;
  readonly took: number;
  /** When it was complete. */
  readonly at: number;
}

/** A client with a connection of its own for every request, so that nothing hides behind a kept one. */
export class Caller {
  readonly #port: number;
  readonly #key: string;
  constructor(port: number, key: string) {
    this.#port = port;
    this.#key = key;
  }

  /** Sends one request; an answer that breaks off counts as none. */
  send(method: string, path: string, body?: unknown, idempotencyKey: string = newId()): Promise<Reply> {
    const began = Date.now();
    const payload =
      body === undefined || typeof body === 'string' || body instanceof Buffer ? body : JSON.stringify(body);
    return new Promise((resolve) => {
      const done = (status: number, text: string, retryAfter?: string) =>
        resolve({ status, body: text, retryAfter, took: Date.now() - began, at: Date.now() });
      const outgoing = request(
        {
          ...{ port: this.#port, host: '127.0.0.1', method, path, agent: false },
          headers: {
            authorization: `Bearer ${this.#key}`,
            ...(method === 'GET'
              ? {}
              : { 'idempotency-key': idempotencyKey, 'content-type': 'application/json' }),
          },
        },
        (response) => {
          let text = '';
          response.setEncoding('utf8');
          response.on('data', (piece) => (text += piece));
          response.on('end', () => done(response.statusCode ?? 0, text, response.headers['retry-after']));
          response.on('error', () => done(0, text));
        },
      );
      outgoing.on('error', () => done(0, ''));
      outgoing.end(payload);
    });
  }

  async json(method: string, path: string, body?: unknown) {
    const reply = await this.send(method, `/api/v1${path}`, body);
    if (reply.status >= 300 || reply.status === 0) throw new Error(`${reply.status} ${reply.body}`);
    return JSON.parse(reply.body);
  }
}

/** People who go on creating leads, each with a name of its own, and remember what they were told. */
export class Writers {
  readonly acknowledged = new Map<string, string>();
  /** Sent without an answer that says what became of it. */
  readonly unknown = new Map<string, string>();
  readonly replies: Reply[] = [];
  readonly #caller: Caller;
  readonly #label: string;
  readonly #poolId: string;
  #stopped = false;
  #count = 0;

  /** The leads go into a pool: private ones would soon meet their cap. */
  constructor(caller: Caller, label: string, poolId: string) {
    this.#caller = caller;
    this.#poolId = poolId;
    this.#label = label;
  }

  /** `perSecond` requests a second, whether or not the ones before were answered, until stopped. */
  run(perSecond: number): { stop(): Promise<void> } {
    const open = new Set<Promise<void>>();
    const timer = setInterval(() => {
      const one = this.#write().finally(() => open.delete(one));
      open.add(one);
    }, 1000 / perSecond);
    return {
      stop: async () => {
        this.#stopped = true;
        clearInterval(timer);
        await Promise.all(open);
      },
    };
  }

  async #write(): Promise<void> {
    if (this.#stopped) return;
    this.#count += 1;
    await this.#send(`${this.#label} ${this.#count}`, newId());
  }

  async #send(company: string, key: string): Promise<void> {
    const reply = await this.#caller.send(
      'POST',
      '/api/v1/leads',
      { company, channel: 'website', poolId: this.#poolId },
      key,
    );
    this.replies.push(reply);
    if (reply.status === 201) {
      this.acknowledged.set(company, JSON.parse(reply.body).id);
      this.unknown.delete(company);
    } else this.unknown.set(company, key);
  }

  /** Everything whose outcome is open is sent again under its first key, three times. */
  async retry(): Promise<void> {
    const open = [...this.unknown];
    for (let round = 0; round < 3; round += 1)
      for (const [company, key] of open) await this.#send(company, key);
  }
}

/** One screen that follows the live changes, falls out of the line at times and comes back where it was. */
export class Screen {
  readonly heard = new Set<string>();
  resyncs = 0;
  position: string | undefined;
  #cut: () => void = () => undefined;
  #stopped = false;
  readonly #port: () => number;
  readonly #key: string;

  constructor(port: () => number, key: string) {
    this.#port = port;
    this.#key = key;
    void this.#follow();
  }

  /** Falls out of the line; comes back by itself. */
  cut(): void {
    this.#cut();
  }

  stop(): void {
    this.#stopped = true;
    this.#cut();
  }

  async #follow(): Promise<void> {
    while (!this.#stopped) {
      await this.#listen();
      await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 200));
    }
  }

  #listen(): Promise<void> {
    return new Promise((resolve) => {
      const last = this.position === undefined ? {} : { 'last-event-id': this.position };
      const outgoing = request(
        {
          ...{ port: this.#port(), host: '127.0.0.1', path: '/api/v1/stream', agent: false },
          headers: { authorization: `Bearer ${this.#key}`, ...last },
        },
        (response) => {
          if (response.statusCode !== 200) outgoing.destroy();
          let rest = '';
          response.setEncoding('utf8');
          response.on('data', (piece) => {
            const blocks = (rest + piece).split('\n\n');
            rest = blocks.pop() ?? '';
            for (const block of blocks) this.#take(block);
          });
          response.on('close', resolve);
          response.on('error', () => undefined);
        },
      );
      this.#cut = () => outgoing.destroy();
      outgoing.on('error', () => resolve());
      outgoing.on('close', () => resolve());
      outgoing.end();
    });
  }

  #take(block: string): void {
    const lines = new Map(block.split('\n').map((line) => line.split(/: (.*)/s, 2) as [string, string]));
    const kind = lines.get('event');
    if (kind === 'facts')
      for (const { type, subjectId } of JSON.parse(lines.get('data') ?? '[]'))
        if (type === 'lead.created') this.heard.add(subjectId);
    if (kind === 'resync') this.resyncs += 1;
    this.position = lines.get('id') ?? this.position;
  }
}

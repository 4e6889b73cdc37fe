import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { chainHead, type Running } from './chain.ts';
import { operation, signedIn } from './contract.ts';
import { type Database, inTransaction } from './db.ts';
import { type Caller, type RawContext, type Route, serveRaw } from './http.ts';
import type { Log } from './log.ts';
import { Listener } from './realtime/listener.ts';
import { stampOf } from './realtime/stamp.ts';
import { type Notice, noticesAfter, visibleNotices } from './realtime/visible-facts.ts';
import { Refusal } from './values/refusal.ts';

const coalesceMs = 300;
const pollMs = 1_000;
const beatMs = 15_000;
const recheckMs = 5_000;
const batchSize = 1_000;
/** Whoever was away for longer loads afresh instead. */
const catchUpAtMost = 1_000;
const perUser = 10;

export const openStream = operation({
  id: 'stream.open',
  method: 'GET',
  path: '/stream',
  summary: {
    zh: '实时变更（SSE）：facts、resync、hello；断线后用 Last-Event-ID 续传',
    en: 'Live changes (SSE): facts, resync, hello; continues from Last-Event-ID',
  },
  permission: signedIn,
  output: z.string(),
});

export interface StreamSettings {
  readonly log: Log;
  /** Who is behind a request now; null once the session has ended. */
  readonly authenticate: (request: FastifyRequest) => Promise<Caller | null>;
}

export interface Stream extends Running {
  readonly route: Route;
  /** Called with an organisation that has newly linked facts. */
  wake(orgId: string): void;
  count(): number;
}

/** Tells open screens what has happened, as far as each may know it at the moment of telling. */
export function startStream(database: Database, settings: StreamSettings): Stream {
  const hub = new Hub(database, settings);
  return {
    route: serveRaw(openStream, (_input, context) => hub.admit(context)),
    wake: (orgId) => hub.wake(orgId),
    count: () => hub.listeners.size,
    stop: () => hub.stop(),
  };
}

class Hub {
  readonly listeners = new Set<Listener>();
  readonly #database: Database;
  readonly #settings: StreamSettings;
  readonly #soon = new Map<string, NodeJS.Timeout>();
  readonly #telling = new Map<string, Promise<void>>();
  readonly #timers: NodeJS.Timeout[];
  #stopped = false;

  constructor(database: Database, settings: StreamSettings) {
    this.#database = database;
    this.#settings = settings;
    this.#timers = [
      setInterval(() => this.#wakeAll(), pollMs),
      setInterval(() => this.#each((one) => one.beat()), beatMs),
      setInterval(
        () =>
          this.#each((one) => {
            void this.#recheck(one);
          }),
        recheckMs,
      ),
    ];
  }

  async admit({ caller, request, reply }: RawContext): Promise<unknown> {
    if (!caller) throw new Refusal('unauthenticated', 'not_signed_in');
    if (this.#stopped) throw new Refusal('unavailable', 'stopping');
    const mine = [...this.listeners].filter((one) => one.caller.actor.id === caller.actor.id);
    if (mine.length >= perUser) throw new Refusal('tooMany', 'too_many_requests');
    const { orgId } = caller.actor;
    const since = request.headers['last-event-id'];
    const { position: head } = await inTransaction(
      this.#database,
      orgId,
      (tx) => chainHead(tx, orgId),
      'read',
    );
    const listener = new Listener(caller, request, reply, head);
    listener.begin(() => this.listeners.delete(listener));
    const from = since === undefined ? head : Number(since);
    if (Number.isInteger(from) && from >= 0 && from <= head && head - from <= catchUpAtMost) {
      listener.position = from;
      listener.hello(from);
    } else {
      listener.resync(head, null);
    }
    if (listener.open) this.listeners.add(listener);
    this.wake(orgId);
    return reply;
  }

  wake(orgId: string): void {
    if (this.#stopped || this.#soon.has(orgId) || !this.#of(orgId).length) return;
    this.#soon.set(
      orgId,
      setTimeout(() => {
        this.#soon.delete(orgId);
        // One round of telling at a time; the next one takes what came meanwhile.
        const round = (this.#telling.get(orgId) ?? Promise.resolve())
          .then(() => this.#tell(orgId))
          .catch((error: unknown) =>
            this.#settings.log.error({ err: error }, 'live changes could not be told'),
          );
        this.#telling.set(orgId, round);
      }, coalesceMs),
    );
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    for (const timer of [...this.#timers, ...this.#soon.values()]) clearInterval(timer);
    await Promise.all(this.#telling.values());
    this.#each((one) => one.end());
  }

  #of(orgId: string): Listener[] {
    return [...this.listeners].filter((one) => one.open && one.caller.actor.orgId === orgId);
  }

  #each(work: (listener: Listener) => void): void {
    for (const listener of this.listeners) work(listener);
  }

  #wakeAll(): void {
    for (const orgId of new Set([...this.listeners].map((one) => one.caller.actor.orgId))) this.wake(orgId);
  }

  async #tell(orgId: string): Promise<void> {
    for (let more = true; more && !this.#stopped; ) {
      const present = this.#of(orgId);
      if (present.length === 0) return;
      const after = Math.min(...present.map((one) => one.position));
      const { notices, stamp } = await inTransaction(
        this.#database,
        orgId,
        async (tx) => ({
          notices: await noticesAfter(tx, orgId, after, batchSize),
          stamp: await stampOf(tx, orgId),
        }),
        'read',
      );
      // Rights changed since this listener came: nothing is told before we know what they are now.
      for (const one of present) if (one.caller.actor.org.stamp !== stamp) await this.#recheck(one, 'or end');
      const byPerson = Map.groupBy(
        present.filter((one) => one.open),
        (one) => one.caller.actor,
      );
      for (const group of byPerson.values()) await this.#tellPerson(group, notices);
      more = notices.length === batchSize;
    }
  }

  async #tellPerson(listeners: readonly Listener[], notices: readonly Notice[]): Promise<void> {
    const actor = listeners[0]?.caller.actor;
    const last = notices.at(-1)?.position;
    if (!actor || last === undefined) return;
    const heard = await inTransaction(
      this.#database,
      actor.orgId,
      (tx) => visibleNotices(tx, actor, notices),
      'read',
    );
    for (const one of listeners) {
      const news = heard.filter((notice) => notice.position > one.position);
      if (last > one.position) one.tell(news, last);
    }
  }

  /** Closes the stream when the session has ended; otherwise takes over today's rights. */
  async #recheck(listener: Listener, inDoubt: 'or keep' | 'or end' = 'or keep'): Promise<void> {
    try {
      const caller = await this.#settings.authenticate(listener.request);
      if (caller?.actor.id === listener.caller.actor.id) listener.caller = caller;
      else listener.end();
    } catch {
      // Without a database nobody can say; the next check will, or the screen comes back and asks itself.
      if (inDoubt === 'or end') listener.end();
    }
  }
}

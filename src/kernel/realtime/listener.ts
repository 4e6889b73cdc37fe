import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../http.ts';
import type { Notice } from './visible-facts.ts';

/** Unsent bytes after which a reader is too slow: he is cut off, and catches up when he comes back. */
const overrun = 256_000;
/** More than this at once and reloading what is on the screen is cheaper than hearing it one by one. */
const noticesAtMost = 200;

/** One open stream: a screen that wants to hear what happens. */
export class Listener {
  caller: Caller;
  /** Everything up to here has been told or was none of his business. */
  position: number;
  readonly request: FastifyRequest;
  readonly #reply: FastifyReply;
  #open = true;

  constructor(caller: Caller, request: FastifyRequest, reply: FastifyReply, position: number) {
    this.caller = caller;
    this.request = request;
    this.#reply = reply;
    this.position = position;
  }

  get open(): boolean {
    return this.#open;
  }

  /** Begins the answer; `closed` is called once, however the stream ends. */
  begin(closed: () => void): void {
    const { raw } = this.#reply;
    this.#reply.hijack();
    // Gone while we asked the database: nobody would ever tell us, and the place would be taken for good.
    if (raw.destroyed || raw.socket?.destroyed !== false) {
      this.#open = false;
      return;
    }
    raw.on('close', () => {
      this.#open = false;
      closed();
    });
    raw.on('error', () => undefined);
    raw.writeHead(200, {
      ...(this.#reply.getHeaders() as Record<string, string>),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    });
    // Screens that lost the server together come back one after another.
    this.#write(`retry: ${1_000 + Math.floor(Math.random() * 4_000)}\n\n`);
  }

  /** Tells the notices that this listener may hear, and remembers how far he has come. */
  tell(notices: readonly Notice[], position: number): void {
    this.position = position;
    if (notices.length > noticesAtMost)
      this.resync(position, [...new Set(notices.map((notice) => notice.object))]);
    else if (notices.length > 0) this.#send('facts', position, notices);
  }

  /** Says that too much was missed to tell: load afresh what the screen shows (of these objects, or of all). */
  resync(position: number, objects: readonly string[] | null): void {
    this.position = position;
    this.#send('resync', position, { objects });
  }

  hello(position: number): void {
    this.#send('hello', position, {});
  }

  /** Keeps proxies from closing the stream; carries the position, so that a return has little to catch up. */
  beat(): void {
    this.#write(`id: ${this.position}\n: beat\n\n`);
  }

  end(): void {
    this.#open = false;
    this.#reply.raw.end();
  }

  #send(event: string, position: number, data: unknown): void {
    this.#write(`id: ${position}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  #write(text: string): void {
    const { raw } = this.#reply;
    if (!this.#open) return;
    raw.write(text);
    if (raw.writableLength > overrun) {
      this.#open = false;
      raw.destroy();
    }
  }
}

import { Worker } from 'node:worker_threads';

export interface AsideOptions {
  readonly signal: AbortSignal;
  /** Longest time in ms; then it is ended and refused. */
  readonly ms: number;
}

/**
 * Computes something long on a thread of its own, so that requests are served meanwhile: calls the exported pure
 * function `name` of the module at `module` with `input`, both of which must be plain data.
 */
export function computeAside<T>(
  module: URL,
  name: string,
  input: unknown,
  { signal, ms }: AsideOptions,
): Promise<T> {
  signal.throwIfAborted();
  return new Promise<T>((resolve, reject) => {
    const worker = new Worker(new URL('./aside/thread.ts', import.meta.url), {
      workerData: { module: module.href, name, input },
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: 512 },
    });
    const end = (settle: () => void) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
      void worker.terminate();
      settle();
    };
    const abort = () => end(() => reject(signal.reason as Error));
    const timer = setTimeout(() => end(() => reject(new Error(`${name} took longer than ${ms} ms`))), ms);
    signal.addEventListener('abort', abort, { once: true });
    worker.once('message', (answer: T) => end(() => resolve(answer)));
    worker.once('error', (error: Error) => end(() => reject(error)));
    worker.once('exit', (code) => end(() => reject(new Error(`the thread of ${name} ended with ${code}`))));
  });
}

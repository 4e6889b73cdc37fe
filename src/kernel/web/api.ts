import type { Operation, Output, Sent } from '#kernel/contract.ts';
import { fillWords, refusalWords } from '#kernel/http/refusal-words.ts';
import { newId } from '#kernel/values/id.ts';
import { localePreference } from './preferences.ts';

export interface FieldProblem {
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

/** Why the server said no, with the sentence already in the reader's language. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly requestId: string;
  readonly errors: readonly FieldProblem[];
  readonly detail: Readonly<Record<string, unknown>>;
  /** Present values of the row, after a stale edit. */
  readonly current: Record<string, unknown> | undefined;

  constructor(status: number, body: Partial<Problem> & { title?: string }) {
    super(body.title ?? '');
    this.status = status;
    this.code = body.code ?? 'unexpected';
    this.requestId = body.requestId ?? '';
    this.errors = body.errors ?? [];
    this.detail = body.detail ?? {};
    this.current = body.current;
  }
}

let whenSignedOut: () => void = () => undefined;

/** The app says what to do when the session has ended: ask for the password and go on. */
export function onSignedOut(action: () => void): void {
  whenSignedOut = action;
}

/** Calls an operation of the API; throws a Problem for every refusal. A POST carries a key, so a retry is safe. */
export async function call<O extends Operation>(
  operation: O,
  input: Sent<O>,
  { key = newId(), signal }: { key?: string; signal?: AbortSignal } = {},
): Promise<Output<O>> {
  const { path, rest } = split(operation, input as Record<string, unknown>);
  const isGet = operation.method === 'GET';
  const query = isGet ? queryOf(rest) : '';
  const hasBody = !isGet && operation.method !== 'DELETE';
  const response = await fetch(`/api/v1${path}${query}`, {
    method: operation.method,
    signal,
    credentials: 'same-origin',
    headers: {
      'accept-language': localePreference.get(),
      ...(hasBody ? { 'content-type': 'application/json' } : {}),
      ...(operation.method === 'POST' && !operation.reads ? { 'idempotency-key': key } : {}),
    },
    ...(hasBody ? { body: JSON.stringify(rest) } : {}),
  }).catch((error: Error) => {
    throw error.name === 'AbortError' ? error : away();
  });
  const text = await response.text();
  const body = text ? (JSON.parse(text) as unknown) : {};
  if (response.ok) return body as Output<O>;
  const problem = new Problem(response.status, body as Partial<Problem>);
  if (response.status === 401 && problem.code === 'not_signed_in') whenSignedOut();
  throw problem;
}

function away(): Problem {
  const words = refusalWords.database_away;
  return new Problem(503, {
    code: 'server_away',
    title: words ? fillWords(words[localePreference.get()], {}) : '',
  });
}

function split(
  operation: Operation,
  input: Record<string, unknown>,
): { path: string; rest: Record<string, unknown> } {
  const rest = { ...input };
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = rest[name];
    delete rest[name];
    return encodeURIComponent(String(value));
  });
  return { path, rest };
}

function queryOf(values: Record<string, unknown>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(values))
    if (value !== undefined && value !== null && value !== '')
      search.set(name, typeof value === 'object' ? JSON.stringify(value) : String(value));
  const text = search.toString();
  return text ? `?${text}` : '';
}

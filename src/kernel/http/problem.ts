import type { FastifyBaseLogger, FastifyReply } from 'fastify';
import type { Operation } from '../contract.ts';
import { refusalOfDuplicate } from '../duplicates.ts';
import { Refusal, type RefusalKind } from '../values/refusal.ts';
import { fillWords, refusalWords } from './refusal-words.ts';

const statusOf: Record<RefusalKind, number> = {
  rule: 409,
  stale: 409,
  input: 422,
  notFound: 404,
  forbidden: 403,
  unauthenticated: 401,
  unparsable: 400,
  tooMany: 429,
  unavailable: 503,
};

interface Context {
  readonly operation: Operation | undefined;
  readonly locale: string;
  readonly requestId: string;
  readonly log: FastifyBaseLogger;
}

/** Answers any failure as RFC 9457 problem+json, in the caller's language, without a value or a stack. */
export function sendProblem(reply: FastifyReply, error: unknown, context: Context): FastifyReply {
  const refusal = asRefusal(error);
  if (!refusal) context.log.error({ err: error }, 'unexpected failure');
  const status = refusal ? statusOf[refusal.kind] : 500;
  const code = refusal?.code ?? 'unexpected';
  const language = context.locale.toLowerCase().startsWith('en') ? 'en' : 'zh';
  const words = context.operation?.refusals[code] ?? refusalWords[code] ?? refusalWords.unexpected;
  if (status === 503 || status === 429) reply.header('retry-after', '1');
  reply.header('cache-control', 'no-store');
  return reply
    .status(status)
    .type('application/problem+json; charset=utf-8')
    .send(
      JSON.stringify({
        type: 'about:blank',
        title: words ? fillWords(words[language], refusal?.detail) : code,
        status,
        code,
        requestId: context.requestId,
        ...(refusal?.detail ? { detail: refusal.detail } : {}),
        errors: (refusal?.errors ?? []).map((one) => ({
          ...one,
          message: fillWords(
            (context.operation?.refusals[one.code] ?? refusalWords[one.code] ?? refusalWords.not_valid)?.[
              language
            ] ?? one.code,
            one.detail,
          ),
        })),
        ...(refusal?.current === undefined ? {} : { current: refusal.current }),
      }),
    );
}

/** What the reader of multipart forms says of one that is none, or breaks off: the sender's mistake. */
const brokenForm =
  /^(Multipart: Boundary not found|Unexpected end of (form|multipart data)|Malformed part header)/;

/** Database refusals that a guard in the lowest write raised on purpose, and trouble that will pass. */
function asRefusal(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  const duplicate = refusalOfDuplicate(error);
  if (duplicate) return duplicate;
  const {
    code,
    statusCode,
    message = '',
  } = error as { code?: string; statusCode?: number; message?: string };
  switch (code) {
    case '23503':
      return new Refusal('input', 'bad_input', { errors: [{ field: '', code: 'unknown_reference' }] });
    case '23514':
    case '22P02':
    case '22003':
    case '22007':
    case '22008':
    case '22021':
    case '22P05':
      return new Refusal('input', 'bad_input', { errors: [{ field: '', code: 'not_valid' }] });
    case '57014':
      return new Refusal('unavailable', 'too_costly');
    case '40001':
    case '40P01':
    case '53300':
    case '57P01':
    case '57P02':
    case '57P03':
    case '08006':
    case '08003':
    case '08001':
    case 'ECONNREFUSED':
    case 'ECONNRESET':
    case 'ENOENT':
    case 'EPIPE':
      return new Refusal('unavailable', 'database_away');
  }
  if (
    /timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error/.test(
      message,
    )
  )
    return new Refusal('unavailable', 'database_away');
  if (brokenForm.test(message)) return new Refusal('unparsable', 'unparsable');
  if (statusCode === 413)
    return new Refusal('input', 'bad_input', { errors: [{ field: '', code: 'too_big' }] });
  if (statusCode === 429) return new Refusal('tooMany', 'too_many_requests');
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return new Refusal('unparsable', 'unparsable');
  return null;
}

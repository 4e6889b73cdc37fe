import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Operation } from '../contract.ts';
import { badInput, notFound, Refusal } from '../values/refusal.ts';

/**
 * Reads path, query and body as the one flat input of the operation. Refuses (422) by field; a path id that is
 * no id at all answers like an unknown one (404).
 */
export function parseInput(operation: Operation, request: FastifyRequest): unknown {
  const params = request.params as Record<string, string>;
  const rest = operation.method === 'GET' ? request.query : (request.body ?? {});
  if (typeof rest !== 'object' || rest === null || Array.isArray(rest))
    throw new Refusal('unparsable', 'body_is_no_object');
  if (operation.method !== 'GET' && Object.keys(request.query as object).length > 0)
    throw badInput(Object.keys(request.query as object).map((field) => ({ field, code: 'unknown_field' })));
  for (const name of Object.keys(params))
    if (Object.hasOwn(rest, name)) throw badInput([{ field: name, code: 'unknown_field' }]);
  refuseBrokenText(rest, 0);
  const result = operation.input.safeParse({ ...rest, ...params });
  if (result.success) return result.data;
  if (result.error.issues.some((issue) => issue.path.length === 1 && String(issue.path[0]) in params))
    throw notFound();
  throw badInput(result.error.issues.slice(0, 50).flatMap(problemsOf));
}

function problemsOf(
  issue: z.core.$ZodIssue,
): { field: string; code: string; detail?: Record<string, string | number> }[] {
  const field = issue.path.join('.');
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys
        .slice(0, 20)
        .map((key) => ({ field: field ? `${field}.${key}` : key, code: 'unknown_field' }));
    case 'too_big':
      return [
        {
          field,
          code: issue.origin === 'string' ? 'too_long' : 'too_big',
          detail: { max: Number(issue.maximum) },
        },
      ];
    case 'too_small':
      return [
        {
          field,
          code: issue.origin === 'string' ? 'too_short' : 'too_small',
          detail: { min: Number(issue.minimum) },
        },
      ];
    case 'invalid_type':
      return [{ field, code: issue.input === undefined ? 'required' : `not_${issue.expected}` }];
    case 'custom':
      return [{ field, code: /^[a-z_]+$/.test(issue.message) ? issue.message : 'not_valid' }];
    case 'invalid_format':
      return [{ field, code: /^[a-z_]+$/.test(issue.message) ? issue.message : `not_a_${issue.format}` }];
    default:
      return [{ field, code: issue.code === 'invalid_value' ? 'unknown_choice' : 'not_valid' }];
  }
}

const deepest = 30;

/** PostgreSQL cannot store NUL or half a surrogate pair; better said here, by field, than there. */
function refuseBrokenText(value: unknown, depth: number, path = ''): void {
  if (typeof value === 'string') {
    if (value.includes('\u0000') || !value.isWellFormed())
      throw badInput([{ field: path, code: 'broken_text' }]);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  if (depth > deepest) throw badInput([{ field: path.slice(0, 80), code: 'too_deep' }]);
  for (const [key, inner] of Object.entries(value)) {
    if (key.includes('\u0000') || !key.isWellFormed()) throw badInput([{ field: path, code: 'broken_text' }]);
    refuseBrokenText(inner, depth + 1, path ? `${path}.${key}` : key);
  }
}

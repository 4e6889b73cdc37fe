import { z } from 'zod';
import type { Words } from './fields.ts';

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

/**
 * One thing a slice offers: THE API. The route, its checks, the OpenAPI page, the typed client and the
 * generated access tests all come from this value.
 *
 * `input` is flat: path parameters by their name in `path`, the rest from the query (GET) or the body.
 */
export interface Operation<Input extends z.ZodObject = z.ZodObject, Output extends z.ZodType = z.ZodType> {
  /** `leads.claim`: slice and verb; also the operationId. */
  readonly id: string;
  readonly method: Method;
  /** Below /api/v1, parameters in braces: `/leads/{id}/claim`. */
  readonly path: string;
  readonly summary: Words;
  /** A permission key, or who else may call: anybody signed in, or the whole world. */
  readonly permission: string;
  readonly input: Input;
  readonly output: Output;
  /** Refusals by a rule (409), with the sentence shown to the user; `{held}` takes a detail. */
  readonly refusals: Readonly<Record<string, Words>>;
  /** Money operations require an Idempotency-Key; every other POST honours one. */
  readonly money: boolean;
  /** Reads run in a read-only transaction. POST searches are reads too. */
  readonly reads: boolean;
  readonly status: 200 | 201 | 202;
  /** The object whose row `{id}` names: generated tests sweep it with foreign ids. */
  readonly object?: string;
}

export type Input<O extends Operation> = z.output<O['input']>;
export type Output<O extends Operation> = z.input<O['output']>;
/** What a client sends: before defaults and coercion. */
export type Sent<O extends Operation> = z.input<O['input']>;

export const signedIn = '@signed-in';
export const anybody = '@anybody';

export const idSchema = z.guid();
export const versionSchema = z.int().min(1);
export const daySchema = z.iso.date();
export const instantSchema = z.iso.datetime({ offset: true });
export const moneySchema = z
  .string()
  .regex(/^-?\d{1,16}(\.\d{1,2})?$/)
  .describe('decimal string, two places, half-up');
export const positiveMoneySchema = moneySchema.refine((amount) => Number(amount) > 0, 'must_be_positive');
export const nothing = z.strictObject({});

interface OperationOptions<I extends z.ZodObject, O extends z.ZodType> {
  id: string;
  method: Method;
  path: string;
  summary: Words;
  permission: string;
  input?: I;
  output?: O;
  refusals?: Readonly<Record<string, Words>>;
  money?: boolean;
  reads?: boolean;
  status?: 200 | 201 | 202;
  object?: string;
}

/** Declares an operation. Unknown properties are refused; a GET never changes anything. */
export function operation<I extends z.ZodObject = typeof nothing, O extends z.ZodType = typeof nothing>(
  options: OperationOptions<I, O>,
): Operation<I, O> {
  const input = (options.input ?? nothing) as I;
  for (const [, name] of options.path.matchAll(/\{(\w+)\}/g))
    if (name && !(name in input.shape))
      throw new Error(`${options.id}: ${name} is in the path, not in the input`);
  return {
    ...options,
    input: input.strict() as unknown as I,
    output: (options.output ?? nothing) as O,
    refusals: options.refusals ?? {},
    money: options.money ?? false,
    reads: options.reads ?? options.method === 'GET',
    status: options.status ?? 200,
  };
}

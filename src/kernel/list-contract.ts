import { z } from 'zod';
import { conditionSchema } from './conditions/schema.ts';
import { type Operation, operation } from './contract.ts';
import { rowSchema } from './field-schemas.ts';
import type { ObjectDefinition, Words } from './fields.ts';

/** A query parameter that carries JSON: `filter={"combinator":"and","rules":[…]}`. */
const jsonParameter = <T extends z.ZodType>(schema: T) =>
  z
    .string()
    .max(20_000)
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue({ code: 'custom', message: 'not_json' });
        return z.NEVER;
      }
    })
    .pipe(schema);

const sortSchema = z
  .string()
  .max(200)
  .regex(/^-?[\w.]+(,-?[\w.]+){0,2}$/);
const keysSchema = z.string().max(4_000);

const listQuery = z.strictObject({
  filter: jsonParameter(conditionSchema).optional(),
  q: z.string().max(100).optional().describe('words that must occur in the name or another searched field'),
  sort: sortSchema.optional().describe('up to three fields, `-` for descending: `-createdAt,company`'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(2_000).optional(),
  fields: keysSchema
    .optional()
    .describe('comma-separated; left out: every field you may see that is not costly to find'),
  total: z.enum(['true', 'false']).default('true'),
});

const listBody = z.strictObject({
  filter: conditionSchema.optional(),
  q: z.string().max(100).optional(),
  sort: sortSchema.optional(),
  limit: z.int().min(1).max(200).default(50),
  cursor: z.string().max(2_000).optional(),
  fields: keysSchema.optional(),
  total: z.enum(['true', 'false']).default('true'),
});

const measureSchema = z.strictObject({
  fn: z.enum(['count', 'sum', 'avg', 'min', 'max']),
  field: z.string().max(80).optional(),
});

const aggregateBody = z.strictObject({
  filter: conditionSchema.optional(),
  q: z.string().max(100).optional(),
  groupBy: z.array(z.string().max(80)).max(2).default([]),
  measures: z.array(measureSchema).min(1).max(6),
});

const aggregateOutput = z.object({
  rows: z.array(
    z.object({ group: z.array(z.unknown()), values: z.array(z.union([z.string(), z.number(), z.null()])) }),
  ),
  names: z.record(z.string(), z.string()),
});

/** The page every list answers with. `names` resolves every id of a user or reference field in the items. */
const pageSchema = (definition: ObjectDefinition) =>
  z.object({
    items: z.array(rowSchema(definition)),
    nextCursor: z.string().nullable(),
    total: z.int().nullable(),
    names: z.record(z.string(), z.string()),
  });

export type PageOperation<Q extends z.ZodObject> = Operation<Q, ReturnType<typeof pageSchema>>;

/** The three operations of a list; every list in the product has exactly these. */
export interface ListContract {
  readonly definition: ObjectDefinition;
  readonly list: PageOperation<typeof listQuery>;
  readonly search: PageOperation<typeof listBody>;
  readonly aggregate: Operation<typeof aggregateBody, typeof aggregateOutput>;
}

/** Declares a list: `GET path`, `POST path/search` (the same in a body) and `POST path/aggregate`. */
export function listContract(
  definition: ObjectDefinition,
  {
    path,
    permission,
    name = definition.object,
    title = definition.label,
  }: { path: string; permission: string; name?: string; title?: Words },
): ListContract {
  const shared = { permission, reads: true };
  const words = (zh: string, en: string) => ({ zh: `${title.zh}：${zh}`, en: `${title.en}: ${en}` });
  return {
    definition,
    list: operation({
      ...shared,
      id: `${name}.list`,
      method: 'GET',
      path,
      summary: words('列表', 'list'),
      input: listQuery,
      output: pageSchema(definition),
    }),
    search: operation({
      ...shared,
      id: `${name}.search`,
      method: 'POST',
      path: `${path}/search`,
      summary: words('按条件查找', 'search by a condition'),
      input: listBody,
      output: pageSchema(definition),
    }),
    aggregate: operation({
      ...shared,
      id: `${name}.aggregate`,
      method: 'POST',
      path: `${path}/aggregate`,
      summary: words('汇总', 'aggregate'),
      input: aggregateBody,
      output: aggregateOutput,
    }),
  };
}

export type ListQuery = z.output<typeof listBody>;
export type AggregateQuery = z.output<typeof aggregateBody>;
export interface ListPage {
  items: Record<string, unknown>[];
  nextCursor: string | null;
  total: number | null;
  names: Record<string, string>;
}

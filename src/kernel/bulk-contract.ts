import { z } from 'zod';
import { idSchema, type Operation, operation, versionSchema } from './contract.ts';

const outcome = z.object({
  id: idSchema,
  ok: z.boolean(),
  version: versionSchema.optional(),
  code: z.string().optional(),
  title: z.string().optional(),
});

/** The same thing for up to 1,000 rows, each with its own answer; one row's refusal leaves the others done. */
export function bulkContract(single: Operation, path: string) {
  const { id: _id, version: _version, ...rest } = single.input.shape;
  return operation({
    id: `${single.id}.bulk`,
    method: 'POST',
    path,
    summary: { zh: `批量：${single.summary.zh}`, en: `In bulk: ${single.summary.en}` },
    permission: single.permission,
    input: z.strictObject({ ids: z.array(idSchema).min(1).max(1_000), ...rest }),
    output: z.object({ done: z.int(), failed: z.int(), results: z.array(outcome) }),
    refusals: single.refusals,
    money: single.money,
  });
}

export type BulkOperation = ReturnType<typeof bulkContract>;

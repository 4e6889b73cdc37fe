import { z } from 'zod';
import { idSchema, operation, signedIn } from '#kernel/contract.ts';
import { longestQuery } from './model.ts';

const hit = z.object({
  id: idSchema,
  title: z.string(),
  notes: z.array(z.string()).describe('what tells two of the same name apart: customer, place, number'),
  owner: z.string().nullable(),
});

export const searchEverything = operation({
  id: 'search.everything',
  method: 'GET',
  path: '/search',
  summary: {
    zh: '按名称、拼音、首字母或电话查找一切',
    en: 'Find anything by name, pinyin, initials or phone',
  },
  permission: signedIn,
  input: z.strictObject({
    q: z.string().min(1).max(longestQuery),
    objects: z
      .string()
      .max(200)
      .regex(/^\w+(,\w+)*$/, 'not_valid')
      .optional()
      .describe('comma-separated; left out: everything you may see'),
    limit: z.coerce.number().int().min(1).max(20).default(5).describe('of each object'),
  }),
  output: z.object({ groups: z.array(z.object({ object: z.string(), items: z.array(hit) })) }),
});

export const namesOfRecords = operation({
  id: 'search.names',
  method: 'POST',
  path: '/search/names',
  summary: { zh: '一些记录现在的名称', en: 'The present names of some records' },
  permission: signedIn,
  reads: true,
  input: z.strictObject({
    records: z.array(z.strictObject({ object: z.string().max(60), id: idSchema })).max(30),
  }),
  output: z.object({
    items: z.array(z.object({ object: z.string(), id: idSchema, title: z.string() })),
  }),
});

import { z } from 'zod';
import { daySchema, idSchema, instantSchema, operation } from '#kernel/contract.ts';

const permission = 'audit.read';
const sources = ['ui', 'api', 'import', 'automation', 'system', 'demo'] as const;

export const listAudit = operation({
  id: 'audit.list',
  method: 'GET',
  path: '/audit-events',
  summary: { zh: '审计：谁在何时对什么做了什么', en: 'Audit: who did what to what, and when' },
  permission,
  input: z.strictObject({
    actorId: idSchema.optional(),
    object: z.string().max(60).optional(),
    type: z.string().max(80).optional().describe('kind of fact: lead.claimed'),
    recordId: idSchema.optional().describe('every fact on the timeline of this record'),
    source: z.enum(sources).optional(),
    from: daySchema.optional(),
    to: daySchema.optional().describe('this day included'),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    cursor: z.string().max(120).optional(),
  }),
  output: z.object({
    items: z.array(
      z.object({
        id: idSchema,
        at: instantSchema,
        type: z.string(),
        object: z.string(),
        subjectId: idSchema,
        subjectName: z.string().nullable(),
        actorId: idSchema.nullable(),
        source: z.string(),
        requestId: z.string().nullable(),
        ip: z.string().nullable(),
        note: z.string().nullable(),
        position: z.int().nullable().describe('place in the chain; null in the moment before it is linked'),
        changes: z.array(
          z.object({ field: z.string(), before: z.unknown(), after: z.unknown(), masked: z.boolean() }),
        ),
      }),
    ),
    nextCursor: z.string().nullable(),
    names: z.record(z.string(), z.string()),
  }),
});

export const listAuditTypes = operation({
  id: 'audit.types',
  method: 'GET',
  path: '/audit-types',
  summary: { zh: '出现过的事件类型', en: 'Kinds of facts that occur' },
  permission,
  output: z.object({ items: z.array(z.string()) }),
});

export const verifyAuditChain = operation({
  id: 'audit.verify_chain',
  method: 'GET',
  path: '/audit-chain',
  summary: {
    zh: '重新计算哈希链，找出被改动的事件',
    en: 'Recompute the hash chain and find what was changed',
  },
  permission,
  output: z.object({
    intact: z.boolean(),
    facts: z.int(),
    head: z.string().describe('hash of the last fact; written down elsewhere it proves all before it'),
    checkedAt: instantSchema,
    offenders: z.array(z.object({ id: idSchema, why: z.string() })),
  }),
});

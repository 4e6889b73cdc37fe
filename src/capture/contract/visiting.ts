import { z } from 'zod';
import { anybody, operation } from '#kernel/contract.ts';
import { both, formFieldSchema, formTextsSchema } from './forms.ts';

export const addressSchema = z.string().regex(/^[A-Za-z0-9_-]{22,64}$/);

const proofSchema = z.strictObject({
  parameters: z.strictObject({
    algorithm: z.string().max(40),
    nonce: z.string().max(200),
    salt: z.string().max(200),
    cost: z.int().min(1).max(100_000),
    keyLength: z.int().min(1).max(64),
    keyPrefix: z.string().max(128),
    expiresAt: z.number().optional(),
    data: z
      .record(z.string().max(20), z.union([z.string().max(100), z.number(), z.boolean(), z.null()]))
      .optional(),
  }),
  signature: z.string().max(200).optional(),
});

const clickSchema = z.strictObject({
  source: z.string().max(200).optional(),
  medium: z.string().max(200).optional(),
  campaign: z.string().max(200).optional(),
  term: z.string().max(200).optional(),
  content: z.string().max(200).optional(),
  referrer: z.string().max(500).optional(),
  landing: z.string().max(500).optional(),
  at: z.string().max(40).optional(),
});

export const openForm = operation({
  id: 'formPages.open',
  method: 'GET',
  path: '/form-pages/{address}',
  summary: { zh: '公开表单的内容', en: 'What a public form asks' },
  permission: anybody,
  input: z.strictObject({ address: addressSchema }),
  output: z.object({
    state: z.enum(['open', 'ended']),
    form: z
      .object({
        texts: formTextsSchema,
        fields: z.array(
          formFieldSchema.extend({
            type: z.string(),
            choices: z.array(
              z.object({ key: z.string(), label: z.object({ zh: z.string(), en: z.string() }) }),
            ),
          }),
        ),
        consent: z.object({ version: z.int(), text: both(4_000) }).nullable(),
        redirectUrl: z.string().nullable(),
        oncePerDevice: z.boolean(),
      })
      .nullable(),
    proof: proofSchema.nullable(),
  }),
});

export const submitForm = operation({
  id: 'formPages.submit',
  method: 'POST',
  path: '/form-pages/{address}',
  status: 202,
  summary: { zh: '提交公开表单', en: 'Send a public form' },
  permission: anybody,
  input: z.strictObject({
    address: addressSchema,
    values: z.record(
      z.string().max(80),
      z.union([z.string().max(20_000), z.boolean(), z.array(z.string().max(200)).max(50)]),
    ),
    consentVersion: z.int().min(1).nullable().optional(),
    proof: z.strictObject({
      challenge: proofSchema,
      solution: z.strictObject({
        counter: z.int().min(0).max(4_294_967_295),
        derivedKey: z.string().max(200),
        time: z.number().optional(),
      }),
    }),
    website: z.string().max(500).optional().describe('left empty by people: they do not see it'),
    device: z.string().max(60).optional(),
    lastClick: clickSchema.optional(),
    firstClick: clickSchema.optional(),
  }),
  output: z.object({ state: z.enum(['received', 'ended']) }),
  refusals: {
    foreign_origin: { zh: '不能从这个网站提交', en: 'This site may not send here' },
  },
});

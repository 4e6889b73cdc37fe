import { z } from 'zod';
import { idSchema, instantSchema, operation, versionSchema } from '#kernel/contract.ts';
import { listContract } from '#kernel/list-contract.ts';
import { captureSubmissionObject } from '../fields.ts';
import { submissionStates } from '../model.ts';

const saved = z.object({ id: idSchema, version: versionSchema });
const byId = z.strictObject({ id: idSchema });
const click = z.record(z.string(), z.string());

export const submissionList = listContract(captureSubmissionObject, {
  path: '/capture-submissions',
  permission: 'capture.read',
});

export const getSubmission = operation({
  id: 'captureSubmissions.get',
  method: 'GET',
  path: '/capture-submissions/{id}',
  summary: { zh: '一条收件', en: 'One submission' },
  permission: 'capture.read',
  object: 'captureSubmissions',
  input: byId,
  output: z.object({
    id: idSchema,
    version: versionSchema,
    state: z.enum(submissionStates),
    reason: z.string().nullable(),
    problems: z.array(z.object({ field: z.string(), code: z.string() })),
    values: z.record(z.string(), z.unknown()),
    raw: z.unknown(),
    leadId: idSchema.nullable(),
    receivedAt: instantSchema,
  }),
});

const onlyKept = {
  not_kept_aside: { zh: '这条收件已处理', en: 'This submission has been dealt with' },
} as const;

export const replaySubmission = operation({
  id: 'captureSubmissions.replay',
  method: 'POST',
  path: '/capture-submissions/{id}/replay',
  summary: { zh: '重新入库（可先改正）', en: 'Take in after all, corrected if need be' },
  permission: 'capture.manage',
  object: 'captureSubmissions',
  input: z.strictObject({
    id: idSchema,
    values: z.record(z.string().max(80), z.unknown()).optional().describe('left out: as it came'),
  }),
  output: z.object({ id: idSchema, leadId: idSchema, outcome: z.enum(['created', 'touched']) }),
  refusals: {
    ...onlyKept,
    still_not_valid: { zh: '内容仍有误，请先改正', en: 'The values are still not valid' },
  },
});

export const dismissSubmission = operation({
  id: 'captureSubmissions.dismiss',
  method: 'POST',
  path: '/capture-submissions/{id}/dismiss',
  summary: { zh: '忽略', en: 'Dismiss' },
  permission: 'capture.manage',
  object: 'captureSubmissions',
  input: byId,
  output: saved,
  refusals: onlyKept,
});

export const howLeadCame = operation({
  id: 'leads.howItCame',
  method: 'GET',
  path: '/leads/{id}/capture',
  summary: { zh: '线索怎么来的', en: 'How a lead came' },
  permission: 'leads.read',
  object: 'leads',
  input: byId,
  output: z.object({
    method: z.string(),
    channel: z.string(),
    campaign: z.string().nullable(),
    capturedAt: instantSchema,
    touches: z.array(
      z.object({
        id: idSchema,
        at: instantSchema,
        method: z.string(),
        via: z.string().nullable(),
        channel: z.string(),
        campaign: z.string().nullable(),
        lastClick: click,
        firstClick: click,
        consent: z
          .object({ version: z.int(), text: z.object({ zh: z.string(), en: z.string() }) })
          .nullable(),
      }),
    ),
    raw: z.unknown().nullable().describe('as it came; for who may manage the ways in'),
  }),
});

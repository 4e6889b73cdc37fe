import { z } from 'zod';
import { idSchema, operation, versionSchema } from '#kernel/contract.ts';
import { createShape, patchShape, rowSchema } from '#kernel/field-schemas.ts';
import { listContract } from '#kernel/list-contract.ts';
import { sampleObject } from './fields.ts';

const byId = z.strictObject({ id: idSchema });
const saved = z.object({ id: idSchema, version: versionSchema });
const alreadyClosed = { already_closed: { zh: '样本已经关闭', en: 'The sample is closed already' } };

export const sampleList = listContract(sampleObject, { path: '/samples', permission: 'samples.read' });

export const getSample = operation({
  id: 'samples.get',
  method: 'GET',
  path: '/samples/{id}',
  summary: { zh: '一个样本', en: 'One sample' },
  permission: 'samples.read',
  object: 'samples',
  input: byId,
  output: z.object({ sample: rowSchema(sampleObject), names: z.record(z.string(), z.string()) }),
});

export const createSample = operation({
  id: 'samples.create',
  method: 'POST',
  path: '/samples',
  status: 201,
  summary: { zh: '新建样本', en: 'Create a sample' },
  permission: 'samples.create',
  input: z.strictObject(createShape(sampleObject)),
  output: saved,
});

export const updateSample = operation({
  id: 'samples.update',
  method: 'PATCH',
  path: '/samples/{id}',
  summary: { zh: '修改样本', en: 'Change a sample' },
  permission: 'samples.update',
  object: 'samples',
  input: z.strictObject({ id: idSchema, version: versionSchema, ...patchShape(sampleObject) }),
  output: saved,
  refusals: alreadyClosed,
});

export const closeSample = operation({
  id: 'samples.close',
  method: 'POST',
  path: '/samples/{id}/close',
  summary: { zh: '关闭样本', en: 'Close a sample' },
  permission: 'samples.update',
  object: 'samples',
  input: byId,
  output: saved,
  refusals: alreadyClosed,
});

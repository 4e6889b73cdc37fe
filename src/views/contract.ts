import { z } from 'zod';
import { conditionSchema } from '#kernel/conditions/schema.ts';
import { idSchema, operation, signedIn, versionSchema } from '#kernel/contract.ts';
import { viewsAtMost } from './model.ts';

const key = z.string().max(80);
const listId = z.string().min(1).max(80);
const name = z.string().trim().min(1).max(60);
const sort = z
  .array(
    z
      .string()
      .max(81)
      .regex(/^-?[\w.]+$/, 'not_valid'),
  )
  .max(3);
const layout = z.strictObject({
  order: z.array(key).max(300),
  hidden: z.array(key).max(300),
  widths: z.record(key, z.number().min(20).max(2_000)),
});
const draft = {
  condition: conditionSchema.nullable().default(null),
  sort: sort.default([]),
  layout: layout.nullable().default(null),
};
const saved = z.object({ id: idSchema, version: versionSchema });
const byId = z.strictObject({ id: idSchema });

const view = z.object({
  id: idSchema,
  listId: z.string(),
  name: z.string(),
  shared: z.boolean(),
  mine: z.boolean(),
  favourite: z.boolean(),
  owner: z.string().describe('who keeps it'),
  condition: conditionSchema.nullable(),
  sort: z.array(z.string()),
  layout: layout.nullable(),
  dropped: z.int().describe('rules left out because their field no longer exists for you'),
  version: versionSchema,
});

export const listViews = operation({
  id: 'views.list',
  method: 'GET',
  path: '/views',
  summary: { zh: '保存的视图：自己的和共享的', en: 'Saved views: your own and shared ones' },
  permission: signedIn,
  input: z.strictObject({ listId: listId.optional().describe('left out: of every list you may read') }),
  output: z.object({ items: z.array(view) }),
});

export const createView = operation({
  id: 'views.create',
  method: 'POST',
  path: '/views',
  status: 201,
  summary: { zh: '保存视图', en: 'Save a view' },
  permission: signedIn,
  input: z.strictObject({ listId, name, shared: z.boolean().default(false), ...draft }),
  output: saved,
  refusals: {
    too_many_views: {
      zh: `你已保存 ${viewsAtMost} 个视图，到上限了`,
      en: `You keep ${viewsAtMost} views already, that is the limit`,
    },
  },
});

export const updateView = operation({
  id: 'views.update',
  method: 'PATCH',
  path: '/views/{id}',
  summary: { zh: '修改自己的视图', en: 'Change a view of your own' },
  permission: signedIn,
  input: z.strictObject({
    id: idSchema,
    version: versionSchema,
    name: name.optional(),
    shared: z.boolean().optional(),
    condition: conditionSchema.nullable().optional(),
    sort: sort.optional(),
    layout: layout.nullable().optional(),
  }),
  output: saved,
});

export const deleteView = operation({
  id: 'views.delete',
  method: 'DELETE',
  path: '/views/{id}',
  summary: { zh: '删除自己的视图', en: 'Delete a view of your own' },
  permission: signedIn,
  input: byId,
  output: saved,
});

export const restoreView = operation({
  id: 'views.restore',
  method: 'POST',
  path: '/views/{id}/restore',
  summary: { zh: '恢复删除的视图', en: 'Bring a deleted view back' },
  permission: signedIn,
  input: byId,
  output: saved,
});

export const favourView = operation({
  id: 'views.favour',
  method: 'PUT',
  path: '/views/{id}/favourite',
  summary: { zh: '收藏或取消收藏视图', en: 'Make a view a favourite, or not' },
  permission: signedIn,
  input: z.strictObject({ id: idSchema, favourite: z.boolean() }),
  output: z.object({ id: idSchema, favourite: z.boolean() }),
});

import { z } from 'zod';
import { idSchema, operation, signedIn, versionSchema } from '#kernel/contract.ts';

const name = z.string().trim().min(1).max(60);
const versioned = z.object({ id: idSchema, version: versionSchema });
const treeRefusals = {
  team_below_itself: { zh: '不能放到自己的下级里', en: 'A team cannot stand below itself' },
  team_too_deep: { zh: '团队最多 {max} 级', en: 'At most {max} levels of teams' },
  not_to_yourself: { zh: '不能给自己授权或调整自己', en: 'You cannot do this to yourself' },
} as const;

export const listTeams = operation({
  id: 'teams.list',
  method: 'GET',
  path: '/teams',
  summary: { zh: '团队树', en: 'The tree of teams' },
  permission: signedIn,
  output: z.object({
    items: z.array(
      z.object({
        id: idSchema,
        name: z.string(),
        parentId: idSchema.nullable(),
        leaderId: idSchema.nullable(),
        leaderName: z.string().nullable(),
        members: z.int(),
        version: versionSchema,
      }),
    ),
  }),
});

export const createTeam = operation({
  id: 'teams.create',
  method: 'POST',
  path: '/teams',
  summary: { zh: '新建团队', en: 'Create a team' },
  permission: 'teams.manage',
  input: z.strictObject({
    name,
    parentId: idSchema.nullable().default(null),
    leaderId: idSchema.nullable().default(null),
  }),
  output: versioned,
  status: 201,
  refusals: treeRefusals,
});

export const updateTeam = operation({
  id: 'teams.update',
  method: 'PATCH',
  path: '/teams/{id}',
  summary: { zh: '修改或移动团队', en: 'Change or move a team' },
  permission: 'teams.manage',
  object: 'teams',
  input: z.strictObject({
    id: idSchema,
    version: versionSchema,
    name: name.optional(),
    parentId: idSchema.nullable().optional(),
    leaderId: idSchema.nullable().optional(),
  }),
  output: versioned,
  refusals: treeRefusals,
});

export const deleteTeam = operation({
  id: 'teams.delete',
  method: 'DELETE',
  path: '/teams/{id}',
  summary: { zh: '删除空团队', en: 'Delete an empty team' },
  permission: 'teams.manage',
  object: 'teams',
  input: z.strictObject({ id: idSchema }),
  refusals: {
    team_not_empty: { zh: '团队里还有人或下级团队', en: 'The team still has people or teams in it' },
  },
});

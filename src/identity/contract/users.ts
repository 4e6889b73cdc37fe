import { z } from 'zod';
import { idSchema, operation, versionSchema } from '#kernel/contract.ts';
import { createShape, patchShape, rowSchema } from '#kernel/field-schemas.ts';
import { listContract } from '#kernel/list-contract.ts';
import { userObject } from '../fields.ts';
import { manageUsers } from '../model.ts';

export const grantRefusals = {
  role_above_own: {
    zh: '不能授予或收回超出自己权限的角色',
    en: 'You cannot give or take a role above your own rights',
  },
  not_to_yourself: { zh: '不能给自己授权或调整自己', en: 'You cannot do this to yourself' },
  last_admin: { zh: '至少要留一位管理员', en: 'At least one administrator must remain' },
} as const;
const versioned = z.object({ id: idSchema, version: versionSchema });
const byId = z.strictObject({ id: idSchema });

export const users = listContract(userObject, { path: '/users', permission: 'users.read' });

export const getUser = operation({
  id: 'users.get',
  method: 'GET',
  path: '/users/{id}',
  summary: { zh: '员工详情', en: 'One person' },
  permission: 'users.read',
  object: 'users',
  input: byId,
  output: z.object({
    user: rowSchema(userObject),
    names: z.record(z.string(), z.string()),
    roleIds: z.array(idSchema),
    lastSeenAt: z.iso.datetime({ offset: true }).nullable(),
    sessions: z.int(),
    secondStep: z.boolean(),
  }),
});

export const createUser = operation({
  id: 'users.create',
  method: 'POST',
  path: '/users',
  summary: {
    zh: '邀请员工（发邮件，也给出链接）',
    en: 'Invite a person (by mail; the link is returned too)',
  },
  permission: manageUsers,
  input: z.strictObject({ ...createShape(userObject), roleIds: z.array(idSchema).min(1).max(20) }),
  output: versioned.extend({ inviteUrl: z.string() }),
  status: 201,
  refusals: {
    ...grantRefusals,
    email_taken: { zh: '这个邮箱已有账号', en: 'This e-mail has an account already' },
  },
});

export const updateUser = operation({
  id: 'users.update',
  method: 'PATCH',
  path: '/users/{id}',
  summary: { zh: '修改员工', en: 'Change a person' },
  permission: manageUsers,
  object: 'users',
  input: z.strictObject({ id: idSchema, version: versionSchema, ...patchShape(userObject) }),
  output: versioned,
  refusals: {
    ...grantRefusals,
    email_taken: { zh: '这个邮箱已有账号', en: 'This e-mail has an account already' },
  },
});

export const assignRoles = operation({
  id: 'users.assign_roles',
  method: 'POST',
  path: '/users/{id}/roles',
  summary: { zh: '设定员工的角色', en: 'Set the roles of a person' },
  permission: manageUsers,
  object: 'users',
  input: z.strictObject({ id: idSchema, version: versionSchema, roleIds: z.array(idSchema).max(20) }),
  output: versioned,
  refusals: grantRefusals,
});

export const disableUser = operation({
  id: 'users.disable',
  method: 'POST',
  path: '/users/{id}/disable',
  summary: { zh: '停用员工，名下记录移交', en: 'Disable a person and hand over what he owns' },
  permission: manageUsers,
  object: 'users',
  input: z.strictObject({ id: idSchema, version: versionSchema, successorId: idSchema }),
  output: versioned,
  refusals: {
    ...grantRefusals,
    already_disabled: { zh: '已经停用', en: 'Already disabled' },
    successor_not_active: {
      zh: '接手人必须是另一位在职员工',
      en: 'The successor must be another active person',
    },
  },
});

export const enableUser = operation({
  id: 'users.enable',
  method: 'POST',
  path: '/users/{id}/enable',
  summary: { zh: '重新启用员工', en: 'Enable a person again' },
  permission: manageUsers,
  object: 'users',
  input: z.strictObject({ id: idSchema, version: versionSchema }),
  output: versioned,
  refusals: { ...grantRefusals, not_disabled: { zh: '没有停用', en: 'Not disabled' } },
});

export const inviteAgain = operation({
  id: 'users.invite_again',
  method: 'POST',
  path: '/users/{id}/invite',
  summary: { zh: '重新发送邀请', en: 'Send the invitation again' },
  permission: manageUsers,
  object: 'users',
  input: byId,
  output: z.object({ inviteUrl: z.string() }),
  refusals: { ...grantRefusals, not_invited: { zh: '已经加入，不需要邀请', en: 'Has joined already' } },
});

export const endUserSessions = operation({
  id: 'users.end_sessions',
  method: 'POST',
  path: '/users/{id}/end-sessions',
  summary: { zh: '让员工在所有设备退出', en: 'Sign a person out everywhere' },
  permission: manageUsers,
  object: 'users',
  input: byId,
  output: z.object({ ended: z.int() }),
});

export const resetSecondStep = operation({
  id: 'users.reset_second_step',
  method: 'POST',
  path: '/users/{id}/reset-second-step',
  summary: { zh: '重置员工的动态码（手机丢失）', en: 'Switch a person’s second step off (phone lost)' },
  permission: manageUsers,
  object: 'users',
  input: byId,
  refusals: grantRefusals,
});

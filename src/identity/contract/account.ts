import { z } from 'zod';
import { idSchema, instantSchema, operation, signedIn } from '#kernel/contract.ts';

const onlyInBrowser = {
  only_in_browser: { zh: '请在浏览器里登录后操作', en: 'Do this signed in in a browser' },
} as const;
const wrongPassword = {
  wrong_password: { zh: '当前密码不对', en: 'The present password is wrong' },
  too_many_attempts: {
    zh: '尝试次数太多，请 {minutes} 分钟后再试',
    en: 'Too many attempts; try again in {minutes} minutes',
  },
} as const;

export const updateProfile = operation({
  id: 'identity.update_profile',
  method: 'PATCH',
  path: '/me',
  summary: { zh: '修改个人资料与偏好', en: 'Change own profile and preferences' },
  permission: signedIn,
  input: z.strictObject({
    name: z.string().trim().min(1).max(60).optional(),
    phone: z.string().max(40).nullable().optional(),
    title: z.string().trim().max(60).nullable().optional(),
    locale: z.enum(['zh-CN', 'en']).optional(),
    theme: z.enum(['light', 'dark', 'system']).optional(),
    preferences: z
      .record(z.string().max(60), z.json())
      .refine((all) => JSON.stringify(all).length <= 20_000, 'too_big')
      .optional()
      .describe('merged key by key; null removes a key'),
  }),
});

export const listSessions = operation({
  id: 'identity.list_sessions',
  method: 'GET',
  path: '/me/sessions',
  summary: { zh: '我的登录会话', en: 'My sessions' },
  permission: signedIn,
  output: z.object({
    items: z.array(
      z.object({
        id: idSchema,
        ip: z.string().nullable(),
        agent: z.string().nullable(),
        createdAt: instantSchema,
        seenAt: instantSchema,
        current: z.boolean(),
      }),
    ),
  }),
});

export const endSession = operation({
  id: 'identity.end_session',
  method: 'DELETE',
  path: '/me/sessions/{id}',
  summary: { zh: '踢出一个会话', en: 'End one session' },
  permission: signedIn,
  input: z.strictObject({ id: idSchema }),
});

export const enrolSecondStep = operation({
  id: 'identity.enrol_second_step',
  method: 'POST',
  path: '/me/second-step/enrol',
  summary: { zh: '开始绑定动态码', en: 'Begin with an authenticator app' },
  permission: signedIn,
  output: z.object({ secret: z.string(), uri: z.string() }),
  refusals: {
    ...onlyInBrowser,
    already_on: { zh: '动态码已经开启', en: 'The second step is on already' },
  },
});

export const confirmSecondStep = operation({
  id: 'identity.confirm_second_step',
  method: 'POST',
  path: '/me/second-step/confirm',
  summary: { zh: '确认绑定，得到恢复码', en: 'Confirm it and receive recovery codes' },
  permission: signedIn,
  input: z.strictObject({
    code: z
      .string()
      .trim()
      .regex(/^\d{6}$/),
  }),
  output: z.object({ recoveryCodes: z.array(z.string()) }),
  refusals: {
    ...onlyInBrowser,
    wrong_code: { zh: '动态码不对或已用过', en: 'The code is wrong or has been used' },
    not_begun: { zh: '请先扫描二维码', en: 'Scan the QR code first' },
    already_on: { zh: '动态码已经开启', en: 'The second step is on already' },
  },
});

export const disableSecondStep = operation({
  id: 'identity.disable_second_step',
  method: 'POST',
  path: '/me/second-step/disable',
  summary: { zh: '关闭动态码', en: 'Switch the second step off' },
  permission: signedIn,
  input: z.strictObject({ password: z.string().min(1).max(200) }),
  refusals: { ...onlyInBrowser, ...wrongPassword },
});

export const renewRecoveryCodes = operation({
  id: 'identity.renew_recovery_codes',
  method: 'POST',
  path: '/me/second-step/recovery-codes',
  summary: { zh: '重新生成恢复码', en: 'Make new recovery codes' },
  permission: signedIn,
  input: z.strictObject({ password: z.string().min(1).max(200) }),
  output: z.object({ recoveryCodes: z.array(z.string()) }),
  refusals: {
    ...onlyInBrowser,
    ...wrongPassword,
    not_on: { zh: '动态码没有开启', en: 'The second step is off' },
  },
});

const keyShape = z.object({
  id: idSchema,
  name: z.string(),
  prefix: z.string(),
  scopes: z.array(z.string()),
  createdAt: instantSchema,
  usedAt: instantSchema.nullable(),
  expiresAt: instantSchema.nullable(),
});

export const listKeys = operation({
  id: 'identity.list_keys',
  method: 'GET',
  path: '/me/api-keys',
  summary: { zh: '我的 API 密钥', en: 'My API keys' },
  permission: signedIn,
  output: z.object({ items: z.array(keyShape) }),
});

export const createKey = operation({
  id: 'identity.create_key',
  method: 'POST',
  path: '/me/api-keys',
  summary: { zh: '新建 API 密钥（只显示一次）', en: 'Create an API key (shown once)' },
  permission: 'api_keys.use',
  input: z.strictObject({
    name: z.string().trim().min(1).max(60),
    scopes: z
      .array(z.string().max(80))
      .max(300)
      .default([])
      .describe('permission keys; empty: everything its owner may do'),
    expiresInDays: z.int().min(1).max(3650).nullable().default(365),
  }),
  output: z.object({ id: idSchema, key: z.string(), prefix: z.string() }),
  status: 201,
  refusals: {
    ...onlyInBrowser,
    not_your_permission: {
      zh: '你自己没有权限 {permission}',
      en: 'You do not have the right {permission} yourself',
    },
    too_many_keys: { zh: '最多 {max} 个密钥，请先吊销不用的', en: 'At most {max} keys; revoke one first' },
  },
});

export const revokeKey = operation({
  id: 'identity.revoke_key',
  method: 'DELETE',
  path: '/me/api-keys/{id}',
  summary: { zh: '吊销 API 密钥', en: 'Revoke an API key' },
  permission: signedIn,
  input: z.strictObject({ id: idSchema }),
});

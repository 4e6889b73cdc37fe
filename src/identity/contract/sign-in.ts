import { z } from 'zod';
import { anybody, operation, signedIn } from '#kernel/contract.ts';

const emailInput = z.string().trim().min(3).max(254);
/** Longer texts would only be a way to make us hash megabytes; what a password must be, the rule says. */
const passwordInput = z.string().min(1).max(200);
const tokenInput = z.string().min(20).max(100);

const passwordRefusals = {
  password_too_short: {
    zh: '密码太短，至少 {min} 个字符',
    en: 'The password is too short: at least {min} characters',
  },
  password_too_long: {
    zh: '密码太长，最多 {max} 个字符',
    en: 'The password is too long: at most {max} characters',
  },
  password_too_easy: {
    zh: '这个密码太容易被猜到，换一个',
    en: 'This password is too easy to guess; choose another',
  },
} as const;
const attemptRefusals = {
  wrong_sign_in: { zh: '邮箱或密码不对', en: 'E-mail or password is wrong' },
  too_many_attempts: {
    zh: '尝试次数太多，请 {minutes} 分钟后再试',
    en: 'Too many attempts; try again in {minutes} minutes',
  },
} as const;
const linkRefusals = {
  link_used_up: { zh: '链接已失效，请重新申请', en: 'This link no longer works; ask for a new one' },
} as const;

export const lookSetup = operation({
  id: 'identity.look_setup',
  method: 'GET',
  path: '/setup',
  summary: {
    zh: '是否还要首次设置（设置后 404）',
    en: 'Whether the first set-up is still open (404 afterwards)',
  },
  permission: anybody,
});

export const setUp = operation({
  id: 'identity.set_up',
  method: 'POST',
  path: '/setup',
  summary: { zh: '首次设置：组织与管理员', en: 'First set-up: organisation and administrator' },
  permission: anybody,
  input: z.strictObject({
    organisation: z.string().trim().min(1).max(80),
    name: z.string().trim().min(1).max(60),
    email: emailInput,
    password: passwordInput,
    locale: z.enum(['zh-CN', 'en']).default('zh-CN'),
    zone: z.string().max(60).default('Asia/Shanghai'),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .default('CNY'),
  }),
  status: 201,
  refusals: passwordRefusals,
});

export const signIn = operation({
  id: 'identity.sign_in',
  method: 'POST',
  path: '/sign-in',
  summary: { zh: '登录', en: 'Sign in' },
  permission: anybody,
  input: z.strictObject({ email: emailInput, password: passwordInput }),
  output: z.object({ next: z.enum(['done', 'code']) }),
  refusals: attemptRefusals,
});

export const signInCode = operation({
  id: 'identity.sign_in_code',
  method: 'POST',
  path: '/sign-in/code',
  summary: { zh: '登录第二步：动态码或恢复码', en: 'Second step of signing in: a code or a recovery code' },
  permission: anybody,
  input: z.strictObject({ code: z.string().trim().min(6).max(30) }),
  output: z.object({ next: z.enum(['done', 'code']) }),
  refusals: {
    ...attemptRefusals,
    wrong_code: { zh: '动态码不对或已用过', en: 'The code is wrong or has been used' },
    sign_in_again: { zh: '请重新输入密码', en: 'Enter your password again' },
  },
});

export const signOut = operation({
  id: 'identity.sign_out',
  method: 'POST',
  path: '/sign-out',
  summary: { zh: '退出登录', en: 'Sign out' },
  permission: signedIn,
});

export const forgotPassword = operation({
  id: 'identity.forgot_password',
  method: 'POST',
  path: '/password/forgot',
  summary: {
    zh: '忘记密码：发送链接（是否有此账号都同样回答）',
    en: 'Forgotten password: send a link (same answer for every e-mail)',
  },
  permission: anybody,
  input: z.strictObject({ email: emailInput }),
  status: 202,
});

export const resetPassword = operation({
  id: 'identity.reset_password',
  method: 'POST',
  path: '/password/reset',
  summary: { zh: '用链接设置新密码', en: 'Set a new password by a link' },
  permission: anybody,
  input: z.strictObject({ token: tokenInput, password: passwordInput }),
  refusals: { ...linkRefusals, ...passwordRefusals },
});

export const changePassword = operation({
  id: 'identity.change_password',
  method: 'POST',
  path: '/password/change',
  summary: { zh: '修改密码，其他会话全部退出', en: 'Change the password; all other sessions end' },
  permission: signedIn,
  input: z.strictObject({ current: passwordInput, password: passwordInput }),
  refusals: {
    ...passwordRefusals,
    wrong_password: { zh: '当前密码不对', en: 'The present password is wrong' },
    too_many_attempts: attemptRefusals.too_many_attempts,
    same_password: {
      zh: '新密码不能和当前密码一样',
      en: 'The new password must differ from the present one',
    },
    only_in_browser: { zh: '请在浏览器里登录后再改', en: 'Do this signed in in a browser' },
  },
});

export const lookInvitation = operation({
  id: 'identity.look_invitation',
  method: 'POST',
  path: '/invitations/look',
  summary: { zh: '查看邀请', en: 'Look at an invitation' },
  permission: anybody,
  input: z.strictObject({ token: tokenInput }),
  output: z.object({ name: z.string(), email: z.string(), organisation: z.string() }),
  reads: true,
  refusals: linkRefusals,
});

export const acceptInvitation = operation({
  id: 'identity.accept_invitation',
  method: 'POST',
  path: '/invitations/accept',
  summary: { zh: '接受邀请并设置密码', en: 'Accept an invitation and set a password' },
  permission: anybody,
  input: z.strictObject({ token: tokenInput, password: passwordInput }),
  refusals: { ...linkRefusals, ...passwordRefusals },
});

import { deedOf } from '#activities/web/public.tsx';
import type { Words } from '#kernel/fields.ts';

/** Facts whose last word does not say what was done. */
const deeds: Readonly<Record<string, Words>> = {
  'user.signed_in': { zh: '登录', en: 'signed in' },
  'user.sign_in_failed': { zh: '登录失败', en: 'failed to sign in' },
  'user.signed_out': { zh: '退出登录', en: 'signed out' },
  'user.sessions_ended': { zh: '结束会话', en: 'ended sessions' },
  'user.password_changed': { zh: '修改密码', en: 'changed the password' },
  'user.reset_requested': { zh: '申请重置密码', en: 'asked to reset the password' },
  'user.second_step_changed': { zh: '修改两步验证', en: 'changed the second step' },
  'user.recovery_codes_made': { zh: '生成恢复码', en: 'made recovery codes' },
  'user.invited_again': { zh: '再次邀请', en: 'invited again' },
  'user.roles_assigned': { zh: '分配角色', en: 'gave roles' },
  'user.disabled': { zh: '停用', en: 'disabled' },
  'user.enabled': { zh: '启用', en: 'enabled' },
  'api_key.created': { zh: '新建 API 密钥', en: 'made an API key' },
  'api_key.revoked': { zh: '吊销 API 密钥', en: 'revoked an API key' },
  'activity.logged': { zh: '记跟进', en: 'logged' },
  'receipt.allocation_reversed': { zh: '反核销', en: 'took an allocation back' },
  'receivables.followed': { zh: '应收换负责人', en: 'moved receivables' },
};

/** What was done, in words; the kind of fact itself stands beside it in the filter. */
export function auditDeed(type: string): Words {
  return deeds[type] ?? deedOf(type);
}

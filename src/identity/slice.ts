import type { Slice } from '#kernel/slice.ts';
import { checks } from './checks.ts';
import * as users from './contract/users.ts';
import { demo } from './demo.ts';
import { teamObject, userObject } from './fields.ts';
import { jobs } from './jobs.ts';
import { userSource } from './queries/people.ts';
import { routes } from './routes.ts';

export const slice: Slice = {
  name: 'identity',
  objects: [userObject, teamObject],
  permissions: [
    { key: 'users.read', label: { zh: '查看员工与角色', en: 'See people and roles' } },
    { key: 'users.manage', label: { zh: '邀请、修改与停用员工', en: 'Invite, change and disable people' } },
    { key: 'teams.manage', label: { zh: '调整团队', en: 'Arrange teams' } },
    { key: 'roles.manage', label: { zh: '设置角色与权限', en: 'Define roles and rights' } },
    { key: 'roles.grant_any', label: { zh: '授予任何角色', en: 'Give any role' } },
    { key: 'api_keys.use', label: { zh: '使用 API 密钥', en: 'Use API keys' } },
  ],
  presets: [
    {
      role: 'admin',
      permissions: [
        'users.read',
        'users.manage',
        'teams.manage',
        'roles.manage',
        'roles.grant_any',
        'api_keys.use',
      ],
    },
    { role: 'manager', permissions: ['users.read', 'api_keys.use'] },
    { role: 'rep', permissions: ['api_keys.use'] },
    { role: 'marketing', permissions: ['api_keys.use'] },
    { role: 'finance', permissions: ['api_keys.use'] },
    { role: 'service', permissions: ['api_keys.use'] },
    { role: 'auditor', permissions: ['users.read'] },
  ],
  routes,
  lists: [{ contract: users.users, source: userSource }],
  jobs,
  checks,
  demo,
};

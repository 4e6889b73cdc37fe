import { ShieldCheck, UserRound, Users, UsersRound } from 'lucide-react';
import type { WebSlice } from '#kernel/web/slice.ts';
import { users } from '../contract/users.ts';

export const webSlice: WebSlice = {
  name: 'identity',
  nav: [
    {
      key: 'account',
      group: 'settings',
      order: 10,
      label: { zh: '我的账号', en: 'My account' },
      icon: UserRound,
      path: '/settings/account',
    },
    {
      key: 'people',
      group: 'settings',
      order: 20,
      label: { zh: '员工', en: 'People' },
      icon: Users,
      path: '/settings/people',
      permission: 'users.read',
    },
    {
      key: 'teams',
      group: 'settings',
      order: 21,
      label: { zh: '团队', en: 'Teams' },
      icon: UsersRound,
      path: '/settings/teams',
      permission: 'users.read',
    },
    {
      key: 'roles',
      group: 'settings',
      order: 22,
      label: { zh: '角色与权限', en: 'Roles' },
      icon: ShieldCheck,
      path: '/settings/roles',
      permission: 'users.read',
    },
  ],
  screens: [
    { path: '/sign-in', open: true, load: () => import('./screens/sign-in-screen.tsx') },
    { path: '/setup', open: true, load: () => import('./screens/set-up-screen.tsx') },
    { path: '/forgot-password', open: true, load: () => import('./screens/forgot-password-screen.tsx') },
    { path: '/reset-password', open: true, load: () => import('./screens/reset-password-screen.tsx') },
    { path: '/invitation', open: true, load: () => import('./screens/invitation-screen.tsx') },
    { path: '/change-password', open: true, load: () => import('./screens/change-password-screen.tsx') },
    { path: '/settings/account', load: () => import('./screens/account-screen.tsx') },
    { path: '/settings/people', permission: 'users.read', load: () => import('./screens/people-screen.tsx') },
    { path: '/settings/teams', permission: 'users.read', load: () => import('./screens/teams-screen.tsx') },
    { path: '/settings/roles', permission: 'users.read', load: () => import('./screens/roles-screen.tsx') },
    {
      path: '/settings/roles/$id',
      permission: 'users.read',
      load: () => import('./screens/role-screen.tsx'),
    },
  ],
  objects: [
    {
      object: 'users',
      icon: UserRound,
      label: { zh: '员工', en: 'Person' },
      path: (id) => `/settings/people?open=${id}`,
      list: users,
    },
  ],
};

import type { Slice } from '#kernel/slice.ts';
import { routes } from './routes.ts';

const reading = ['analytics.read'];

/** The home screen is everybody's; every figure on it needs the right to the list it is drilled into. */
export const slice: Slice = {
  name: 'analytics',
  permissions: [{ key: 'analytics.read', label: { zh: '查看漏斗与预测', en: 'See funnel and forecast' } }],
  presets: (['rep', 'manager', 'marketing', 'finance', 'admin', 'auditor'] as const).map((role) => ({
    role,
    permissions: reading,
  })),
  routes,
};

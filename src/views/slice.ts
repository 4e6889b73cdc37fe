import type { Slice } from '#kernel/slice.ts';
import { reactions } from './reactions.ts';
import { routes } from './routes.ts';

export const slice: Slice = {
  name: 'views',
  permissions: [{ key: 'views.share', label: { zh: '与全员共享视图', en: 'Share views with everybody' } }],
  presets: (['manager', 'marketing', 'finance', 'service', 'admin'] as const).map((role) => ({
    role,
    permissions: ['views.share'],
  })),
  routes,
  reactions,
};

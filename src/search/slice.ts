import type { Slice } from '#kernel/slice.ts';
import { checks } from './checks.ts';
import { demo } from './demo.ts';
import { jobs } from './jobs.ts';
import { reactions } from './reactions.ts';
import { routes } from './routes.ts';

export const slice: Slice = { name: 'search', routes, reactions, jobs, checks, demo };

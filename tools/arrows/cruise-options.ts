import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ICruiseOptions } from 'dependency-cruiser';

/** The folders whose imports are checked; bin/ is plain Node without imports of ours. */
export const CRUISED = ['src', 'tools', 'tests', 'e2e', 'bench', 'db'];

/** How dependency-cruiser reads this project; also used by .dependency-cruiser.cjs for editors and pictures. */
export const CRUISE_OPTIONS: ICruiseOptions = {
  tsPreCompilationDeps: true,
  moduleSystems: ['es6'],
  parser: 'tsc',
  doNotFollow: { path: 'node_modules' },
  enhancedResolveOptions: {
    exportsFields: ['exports'],
    extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    conditionNames: ['import', 'node', 'default', 'types'],
  },
};

/** The slices of a project, upstream first. */
export function orderOf(root: string): readonly string[] {
  return JSON.parse(readFileSync(join(root, 'src/app/order.json'), 'utf8'));
}

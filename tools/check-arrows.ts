import { fileURLToPath } from 'node:url';
import { cruiseTree } from './arrows/cruise-tree.ts';
import { report } from './finding.ts';

const started = performance.now();
const { findings, files, modules } = await cruiseTree(fileURLToPath(new URL('..', import.meta.url)));
const seconds = ((performance.now() - started) / 1000).toFixed(1);
report('arrows', findings, `${modules} of ${files} files seen, ${seconds} s`);

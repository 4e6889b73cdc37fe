import { fileURLToPath } from 'node:url';
import { report } from './finding.ts';
import { LAWS } from './rooms/all-laws.ts';
import { applyLaws } from './rooms/law.ts';
import { readTree } from './rooms/source-tree.ts';

const started = performance.now();
const tree = readTree(fileURLToPath(new URL('..', import.meta.url)));
const findings = applyLaws(LAWS, tree);
const seconds = ((performance.now() - started) / 1000).toFixed(1);
report('rooms', findings, `${tree.files.length} files, ${LAWS.length} laws, ${seconds} s`);

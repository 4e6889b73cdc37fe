import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import type { Finding } from '../finding.ts';
import { listFiles } from '../list-files.ts';
import { type ArrowRule, arrowRules } from './arrow-rules.ts';
import { CRUISE_OPTIONS, CRUISED, orderOf } from './cruise-options.ts';

export interface CruiseOutcome {
  readonly findings: readonly Finding[];
  readonly files: number;
  readonly modules: number;
}

/** Checks every import below a project's root against the table. */
export async function cruiseTree(root: string): Promise<CruiseOutcome> {
  const rules = arrowRules(orderOf(root));
  const files = listFiles(root, CRUISED).filter((path) => /\.tsx?$/.test(path));
  const folders = CRUISED.filter((folder) => files.some((path) => path.startsWith(`${folder}/`)));
  const { output } = await cruise(folders, {
    ...CRUISE_OPTIONS,
    baseDir: root,
    validate: true,
    ruleSet: { forbidden: rules.map(({ rule }) => rule) },
  });
  if (typeof output === 'string') throw new Error('dependency-cruiser answered with text instead of modules');

  const seen = new Set(output.modules.map((module) => module.source));
  const unseen = files.filter((path) => !seen.has(path));
  return {
    findings: [...unseen.map(unseenFile), ...violations(root, output, rules)],
    files: files.length,
    modules: files.length - unseen.length,
  };
}

/** Beside a TypeScript that it cannot use, dependency-cruiser sees nothing and is content; we are not. */
function unseenFile(path: string): Finding {
  return {
    path,
    line: 1,
    law: 'every-file-seen',
    what: 'dependency-cruiser did not read this file.',
    why: 'A check that has not looked proves nothing.',
    mend: 'Is `typescript` in node_modules still 5.9? `npm ci` restores it.',
  };
}

function violations(root: string, output: ICruiseResult, rules: readonly ArrowRule[]): Finding[] {
  const byName = new Map(rules.map((entry) => [entry.rule.name, entry]));
  return output.summary.violations.map(({ from, to, rule }) => {
    const broken = byName.get(rule.name);
    const alone = to === from;
    return {
      path: from,
      line: alone ? 1 : lineOfImport(root, output, from, to),
      law: rule.name,
      what: alone ? 'is imported by nothing that runs.' : `imports ${to.replace(/^.*node_modules\//, '')}.`,
      why: broken?.why ?? '',
      mend: broken?.mend ?? '',
    };
  });
}

function lineOfImport(root: string, output: ICruiseResult, from: string, to: string): number {
  const module = output.modules.find((candidate) => candidate.source === from);
  const specifier = module?.dependencies.find((dependency) => dependency.resolved === to)?.module ?? to;
  const lines = readFileSync(join(root, from), 'utf8').split('\n');
  const place = lines.findIndex((line) => line.includes(`${specifier}'`) || line.includes(`${specifier}"`));
  return place < 0 ? 1 : place + 1;
}

import type { Finding } from '../finding.ts';
import type { SourceFile, Tree } from './source-tree.ts';

/** What a law found: where and what; the law itself knows why it matters and how to mend it. */
export interface Breach {
  readonly path: string;
  readonly line: number;
  readonly what: string;
}

export interface Law {
  readonly name: string;
  readonly why: string;
  readonly mend: string;
  check(tree: Tree): readonly Breach[];
}

export function breach(file: SourceFile, position: number, what: string): Breach {
  return { path: file.path, line: file.lineAt(position), what };
}

export function applyLaws(laws: readonly Law[], tree: Tree): Finding[] {
  return laws.flatMap(({ name, why, mend, check }) =>
    check(tree).map((found) => ({ ...found, law: name, why, mend })),
  );
}

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { listFiles } from '../list-files.ts';

/** One text file of the project; the syntax tree is made when somebody asks for it. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  /** The slice, or `kernel`, `ui`, `app`; undefined outside src/. */
  readonly area: string | undefined;
  /** The path inside its area: `rules/claiming.ts`. */
  readonly inside: string;
  readonly isTest: boolean;
  syntax(): ts.SourceFile;
  lineAt(position: number): number;
}

/** Everything a law may look at. A planted violation is the same tree with one file more. */
export interface Tree {
  readonly files: readonly SourceFile[];
  readonly slices: readonly string[];
  /** Which slice (or `kernel`) writes a table. */
  readonly owners: Readonly<Record<string, string>>;
}

export const GENERATED =
  /^(?:db\/(?:tables\.ts|schema\.sql)|docs\/openapi\.json|package-lock\.json|.*\.golden\.sql)$/;
const TEXT = /\.(?:[cm]?[jt]sx?|json|md|sql|css|html|ya?ml|sh)$|(?:^|\/)(?:run|LICENSE|\.[a-z]+ignore)$/;

export function sourceFile(path: string, text: string): SourceFile {
  const [, area, inside] = /^src\/([^/]+)\/(.+)$/.exec(path) ?? [];
  let syntax: ts.SourceFile | undefined;
  const file: SourceFile = {
    path,
    text,
    area,
    inside: inside ?? path,
    isTest: /\.test\.tsx?$/.test(path),
    syntax() {
      syntax ??= ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true, scriptKind(path));
      return syntax;
    },
    lineAt: (position) => text.slice(0, position).split('\n').length,
  };
  return file;
}

function scriptKind(path: string): ts.ScriptKind {
  if (path.endsWith('x')) return ts.ScriptKind.TSX;
  return /\.[cm]?js$/.test(path) ? ts.ScriptKind.JS : ts.ScriptKind.TS;
}

export function treeOf(files: readonly SourceFile[]): Tree {
  const json = (path: string) => JSON.parse(files.find((file) => file.path === path)?.text ?? 'null');
  return { files, slices: json('src/app/order.json') ?? [], owners: json('db/owners.json') ?? {} };
}

/** Reads a project from disk, without what is generated or installed. */
export function readTree(root: string): Tree {
  const paths = listFiles(root).filter((path) => TEXT.test(path) && path !== 'package-lock.json');
  const files = paths.filter((path) => existsSync(join(root, path)));
  return treeOf(files.map((path) => sourceFile(path, readFileSync(join(root, path), 'utf8'))));
}

/** TypeScript written by hand. */
export function isCode(file: SourceFile): boolean {
  return /\.tsx?$/.test(file.path) && !GENERATED.test(file.path);
}

export function isSliceFile(tree: Tree, file: SourceFile): boolean {
  return file.area !== undefined && tree.slices.includes(file.area);
}

/** Visits every node below, depth first. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

import ts from 'typescript';
import { breach, type Law } from './law.ts';
import { isCode, type SourceFile, walk } from './source-tree.ts';

const FILE_LIMIT = 400;
const TEST_LIMIT = 600;
const FUNCTION_LIMIT = 60;
const MEDIAN_LIMIT = 80;
const MOST_LIMIT = 250;

const linesOf = (file: SourceFile) => file.text.trimEnd().split('\n').length;
const isWords = (file: SourceFile) => /\/words\.(?:zh|en)\.ts$/.test(file.path);
const isMeasured = (file: SourceFile) => (isCode(file) || /^bin\/.*\.mjs$/.test(file.path)) && !isWords(file);

const fileSize: Law = {
  name: 'file-size',
  why: `A file is read in one go: at most ${FILE_LIMIT} lines, ${TEST_LIMIT} for a test.`,
  mend: 'Split it by what its parts are about, not by line number.',
  check: (tree) =>
    tree.files
      .filter(isMeasured)
      .filter((file) => linesOf(file) > (file.isTest ? TEST_LIMIT : FILE_LIMIT))
      .map((file) => breach(file, 0, `has ${linesOf(file)} lines.`)),
};

const functionSize: Law = {
  name: 'function-size',
  why: `A function does one thing and fits on a screen: under ${FUNCTION_LIMIT} lines, components too.`,
  mend: 'Give the steps names and make them functions (or components) of their own.',
  check: (tree) => tree.files.filter(isMeasured).flatMap(longFunctions),
};

function longFunctions(file: SourceFile) {
  const found: ReturnType<typeof breach>[] = [];
  const syntax = file.syntax();
  walk(syntax, (node) => {
    if (!ts.isFunctionLike(node) || !('body' in node) || !node.body || isSuite(node)) return;
    const start = node.getStart(syntax);
    const lines =
      syntax.getLineAndCharacterOfPosition(node.end).line -
      syntax.getLineAndCharacterOfPosition(start).line +
      1;
    if (lines >= FUNCTION_LIMIT) found.push(breach(file, start, `${nameOf(node)} has ${lines} lines.`));
  });
  return found;
}

/** The callback of `describe` is a chapter, not a function. */
function isSuite(node: ts.Node): boolean {
  const call = node.parent;
  return call && ts.isCallExpression(call) && /^describe\b/.test(call.expression.getText());
}

function nameOf(node: ts.Node): string {
  const named = 'name' in node ? (node.name as ts.Node | undefined) : undefined;
  if (named) return named.getText();
  return node.parent && ts.isVariableDeclaration(node.parent) ? node.parent.name.getText() : 'A function';
}

const wholeSize: Law = {
  name: 'whole-size',
  why: `Small files are the habit: median under ${MEDIAN_LIMIT} lines, 95 of 100 under ${MOST_LIMIT}.`,
  mend: 'Split some of the largest files.',
  check: (tree) => {
    const measured = tree.files.filter(
      (file) => isMeasured(file) && file.path.startsWith('src/') && !file.isTest,
    );
    const sizes = measured.map(linesOf).sort((a, b) => a - b);
    const median = sizes[Math.floor(sizes.length / 2)] ?? 0;
    const most = sizes[Math.floor(sizes.length * 0.95)] ?? 0;
    const found: string[] = [];
    if (median >= MEDIAN_LIMIT) found.push(`The median file has ${median} lines.`);
    if (most >= MOST_LIMIT) found.push(`Only 95 of 100 files have fewer than ${most + 1} lines.`);
    return found.map((what) => ({ path: 'src', line: 1, what }));
  },
};

export const sizes: readonly Law[] = [fileSize, functionSize, wholeSize];

import ts from 'typescript';
import { type Breach, breach, type Law } from './law.ts';
import { isCode, isSliceFile, type SourceFile, type Tree, walk } from './source-tree.ts';

/** Names that lead to the clock, to chance or to the world outside. */
const CLOCKS = /^(?:Date\.now|performance(?:\..*)?|Temporal\.Now\b.*|process\.hrtime.*|dayjs)$/;
const CHANCE = /^(?:Math\.random|(?:globalThis\.)?crypto\..+|random[A-Z]\w*|newId)$/;
const LATER = /^(?:Promise(?:\..*)?|setTimeout|setInterval|setImmediate|queueMicrotask|fetch)$/;

function codeIn(tree: Tree, rooms: RegExp): SourceFile[] {
  return tree.files.filter(
    (file) => isSliceFile(tree, file) && isCode(file) && !file.isTest && rooms.test(file.inside),
  );
}

/** Reads of a clock: `new Date()` and `dayjs()` only without a moment given. */
function readsClock(node: ts.Node): boolean {
  if (ts.isNewExpression(node)) return node.expression.getText() === 'Date' && !node.arguments?.length;
  if (!ts.isCallExpression(node)) return false;
  const called = node.expression.getText();
  if (called === 'Date') return true;
  return CLOCKS.test(called) && (called !== 'dayjs' || node.arguments.length === 0);
}

function find(files: readonly SourceFile[], test: (node: ts.Node) => boolean, what: string): Breach[] {
  return files.flatMap((file) => {
    const found: Breach[] = [];
    walk(file.syntax(), (node) => {
      if (test(node)) found.push(breach(file, node.getStart(), `${what}: ${node.getText().slice(0, 40)}`));
    });
    return found;
  });
}

const noClock: Law = {
  name: 'no-clock',
  why: 'The moment is a fact that is handed in: one command has one now, and a test can set it.',
  mend: 'Take `now` from the Step in a command and pass it to the rule.',
  check: (tree) =>
    find(
      codeIn(tree, /^(?:rules|commands|store|model|fields|contract|events)\b/),
      readsClock,
      'reads the clock',
    ),
};

const noChance: Law = {
  name: 'no-chance',
  why: 'The same facts must give the same decision, today and in a test.',
  mend: 'Let the command draw the id or the number and hand it to the rule.',
  check: (tree) =>
    find(
      codeIn(tree, /^rules\//),
      (node) => ts.isCallExpression(node) && CHANCE.test(node.expression.getText()),
      'rolls dice',
    ),
};

const isAsync = (node: ts.Node) =>
  ts.isAwaitExpression(node) ||
  (ts.isFunctionLike(node) &&
    ts.canHaveModifiers(node) &&
    !!ts.getModifiers(node)?.some((word) => word.kind === ts.SyntaxKind.AsyncKeyword)) ||
  (ts.isTypeReferenceNode(node) && node.typeName.getText() === 'Promise') ||
  (ts.isCallExpression(node) && LATER.test(node.expression.getText())) ||
  (ts.isNewExpression(node) && node.expression.getText() === 'Promise');

const noPromise: Law = {
  name: 'no-promise',
  why: 'A rule is a pure decision: plain values in, yes or no out, at once.',
  mend: 'Load in the command, decide in the rule, save in the command.',
  check: (tree) => find(codeIn(tree, /^rules\//), isAsync, 'waits'),
};

export const purity: readonly Law[] = [noClock, noChance, noPromise];

import ts from 'typescript';
import { type Breach, breach, type Law } from './law.ts';
import { isCode, isSliceFile, type SourceFile, type Tree } from './source-tree.ts';

/** Only the front doors pass on what others made. */
const FRONT_DOOR = /^(?:public\.ts|web\/public\.tsx)$/;

function inCode(
  tree: Tree,
  look: (statement: ts.Statement, file: SourceFile) => string | undefined,
): Breach[] {
  return tree.files
    .filter((file) => isCode(file) && /^(?:src|tools|tests|e2e|bench)\//.test(file.path))
    .flatMap((file) =>
      file.syntax().statements.flatMap((statement) => {
        const what = look(statement, file);
        return what ? [breach(file, statement.getStart(), what)] : [];
      }),
    );
}

/** Vite, vitest and the like ask for a default export. */
const TOOL_SETTINGS = /\.config\.ts$/;

const hasWord = (statement: ts.Statement, word: ts.SyntaxKind) =>
  ts.canHaveModifiers(statement) && !!ts.getModifiers(statement)?.some((modifier) => modifier.kind === word);

function isDefault(statement: ts.Statement): boolean {
  return ts.isExportAssignment(statement) || hasWord(statement, ts.SyntaxKind.DefaultKeyword);
}

const namedExports: Law = {
  name: 'named-exports',
  why: 'A default export gets another name in every file that imports it.',
  mend: 'Export it by its name.',
  check: (tree) =>
    inCode(tree, (statement, file) =>
      isDefault(statement) && !TOOL_SETTINGS.test(file.path) ? 'has a default export.' : undefined,
    ),
};

const noBarrels: Law = {
  name: 'no-barrels',
  why: 'A file that only passes on other files hides where things live and loads what nobody asked for.',
  mend: 'Import from the file that has it; other slices use public.ts.',
  check: (tree) =>
    inCode(tree, (statement, file) => {
      if (!ts.isExportDeclaration(statement) || !statement.moduleSpecifier) return undefined;
      const opens =
        statement.exportClause && (isFrontDoor(tree, file) || isOwnRoom(file, statement.moduleSpecifier));
      return opens ? undefined : `passes on ${statement.moduleSpecifier.getText()}.`;
    }),
};

function isFrontDoor(tree: Tree, file: SourceFile): boolean {
  return isSliceFile(tree, file) && FRONT_DOOR.test(file.inside);
}

/** The kernel's doors: files.ts shows what its own room files/ has made. */
function isOwnRoom(file: SourceFile, specifier: ts.Expression): boolean {
  const room = /^([a-z-]+)\.tsx?$/.exec(file.inside)?.[1];
  return file.area === 'kernel' && room !== undefined && specifier.getText().startsWith(`'./${room}/`);
}

const SPEAKING_ROOMS = /^(?:rules|commands)\//;

/** Types name themselves; what does something says what it does. */
const explained: Law = {
  name: 'explained',
  why: 'Whoever reads a decision, a command or the kernel first reads in business words what it is for.',
  mend: 'Open it with one or two sentences in a /** comment */.',
  check: (tree) =>
    inCode(tree, (statement, file) => {
      const speaks = isSliceFile(tree, file) ? SPEAKING_ROOMS.test(file.inside) : file.area === 'kernel';
      if (!speaks || file.isTest || !hasWord(statement, ts.SyntaxKind.ExportKeyword)) return undefined;
      if (!doesSomething(statement) || ts.getJSDocCommentsAndTags(statement).length > 0) return undefined;
      return `exports ${nameOf(statement)} without a word about it.`;
    }),
};

type Doer = ts.FunctionDeclaration | ts.ClassDeclaration | ts.VariableStatement;

/** Functions, classes and constants that hold a function; types and plain values name themselves. */
function doesSomething(statement: ts.Statement): statement is Doer {
  if (ts.isFunctionDeclaration(statement)) return !!statement.body;
  if (ts.isClassDeclaration(statement)) return true;
  if (!ts.isVariableStatement(statement)) return false;
  return statement.declarationList.declarations.some(
    ({ initializer }) =>
      initializer && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer)),
  );
}

function nameOf(statement: Doer): string {
  if (!ts.isVariableStatement(statement)) return statement.name?.text ?? 'something';
  return statement.declarationList.declarations.map((declaration) => declaration.name.getText()).join(', ');
}

export const exports: readonly Law[] = [namedExports, noBarrels, explained];

import ts from 'typescript';
import { type Breach, breach, type Law } from './law.ts';
import { isCode, type SourceFile, type Tree, walk } from './source-tree.ts';

const COLOUR = /#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})\b|\b(?:rgba?|hsla?|oklch)\(/i;
const SPACE = /^(?:margin|padding|gap|rowGap|columnGap|inset)/;
/** `leads_one` beside `leads`: English tells one from many, Chinese does not. */
const SINGULAR = /_one$/;
/** Where words live: a pair of files, or one book in which the compiler demands both languages. */
const WORDS_FILE = /[/-]words(?:\.zh|\.en)?\.tsx?$/;
const HAN = /\p{Script=Han}/u;

/** Everything on the screen that is not the design system itself. */
function screens(tree: Tree): SourceFile[] {
  return tree.files.filter((file) => isCode(file) && !file.isTest && /^src\/[^/]+\/web\//.test(file.path));
}

function inScreens(tree: Tree, look: (node: ts.Node) => string | undefined, skip?: RegExp): Breach[] {
  return screens(tree)
    .filter((file) => !skip?.test(file.path))
    .flatMap((file) => {
      const found: Breach[] = [];
      walk(file.syntax(), (node) => {
        const what = look(node);
        if (what) found.push(breach(file, node.getStart(), what));
      });
      return found;
    });
}

function isImport(node: ts.Node): boolean {
  return (
    ts.isImportDeclaration(node.parent) || ts.isExportDeclaration(node.parent) || isDynamicImport(node.parent)
  );
}

function isDynamicImport(node: ts.Node): boolean {
  return ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
}

const isText = (node: ts.Node): node is ts.StringLiteralLike | ts.TemplateHead | ts.JsxText =>
  ts.isStringLiteralLike(node) ||
  ts.isTemplateHead(node) ||
  ts.isTemplateMiddleOrTemplateTail(node) ||
  ts.isJsxText(node);

const oneTheme: Law = {
  name: 'one-theme',
  why: 'Colours live once, in src/ui/theme.ts; otherwise dark mode and contrast break here and there.',
  mend: 'Use a component of src/ui with a tone, or a token of the theme.',
  check: (tree) => [
    ...tree.files
      .filter((file) => file.path.endsWith('.css') && file.area !== undefined && file.area !== 'ui')
      .map((file) => breach(file, 0, 'is a style sheet outside the design system.')),
    ...inScreens(tree, (node) =>
      isText(node) && !isImport(node) && COLOUR.test(node.text)
        ? `names a colour: ${node.text.trim().slice(0, 30)}`
        : undefined,
    ),
  ],
};

const oneScale: Law = {
  name: 'one-scale',
  why: 'Sizes and distances come from one scale, so that all screens line up.',
  mend: 'Use a layout or text component of src/ui; it takes its distance from the theme.',
  check: (tree) =>
    inScreens(tree, (node) => {
      if (!ts.isPropertyAssignment(node) && !ts.isJsxAttribute(node)) return undefined;
      const name = node.name.getText();
      if (!/^(?:fontSize|lineHeight|fontWeight)$/.test(name) && !SPACE.test(name)) return undefined;
      const value =
        node.initializer && ts.isJsxExpression(node.initializer)
          ? node.initializer.expression
          : node.initializer;
      return value && isOwnNumber(value) ? `sets ${node.getText().slice(0, 40)}.` : undefined;
    }),
};

/** A number or a pixel text other than nought; names of tokens are welcome. */
function isOwnNumber(value: ts.Node): boolean {
  if (ts.isPrefixUnaryExpression(value)) return isOwnNumber(value.operand);
  if (ts.isNumericLiteral(value)) return Number(value.text) !== 0;
  return ts.isStringLiteralLike(value) && /[1-9]\d*(?:\.\d+)?(?:px|r?em|pt)\b/.test(value.text);
}

const wordsInWords: Law = {
  name: 'words-in-words',
  why: 'Every word on the screen exists in Chinese and English.',
  mend: 'Put it into words.zh.ts and words.en.ts and use its key.',
  check: (tree) =>
    inScreens(
      tree,
      (node) => {
        if (!isText(node) || isImport(node) || isPair(node)) return undefined;
        const loose = HAN.test(node.text) || (ts.isJsxText(node) && /\p{L}{2}/u.test(node.text));
        return loose ? `shows words of its own: ${node.text.trim().slice(0, 30)}` : undefined;
      },
      WORDS_FILE,
    ),
};

/** `{ zh: '线索', en: 'Leads' }`: both languages declared beside the thing they name. */
function isPair(node: ts.Node): boolean {
  const entry = node.parent;
  if (!ts.isPropertyAssignment(entry)) return false;
  const keys = entry.parent.properties.map((property) => property.name?.getText());
  return ['zh', 'en'].includes(entry.name.getText()) && keys.includes('zh') && keys.includes('en');
}

const bothLanguages: Law = {
  name: 'both-languages',
  why: 'Chinese first, English complete: a key in one language only shows as a raw key in the other.',
  mend: 'Give words.zh.ts and words.en.ts the same keys.',
  check: (tree) => {
    const folders = new Set(
      tree.files.flatMap((file) => {
        const room = /^(src\/(?:.+\/)?)(?:words\.(?:zh|en)\.ts|slice\.tsx)$/.exec(file.path)?.[1];
        return room ?? [];
      }),
    );
    return [...folders].flatMap((folder) => compareWords(tree, folder));
  },
};

function compareWords(tree: Tree, folder: string): Breach[] {
  const paths = [`${folder}words.zh.ts`, `${folder}words.en.ts`];
  const [zh, en] = paths.map((path) => tree.files.find((file) => file.path === path));
  if (!zh || !en) {
    const missing = zh ? paths[1] : paths[0];
    return [{ path: missing ?? folder, line: 1, what: 'is missing.' }];
  }
  const [inChinese, inEnglish] = [keysOf(zh), keysOf(en)];
  return [
    ...[...inChinese]
      .filter(([key]) => !inEnglish.has(key))
      .map(([key, at]) => breach(zh, at, `${key} has no English.`)),
    ...[...inEnglish]
      .filter(([key]) => !inChinese.has(key.replace(SINGULAR, '')))
      .map(([key, at]) => breach(en, at, `${key} has no Chinese.`)),
  ];
}

/** The paths of all texts in a words file: `pool.claim`. */
function keysOf(file: SourceFile): Map<string, number> {
  const keys = new Map<string, number>();
  const collect = (node: ts.Node, path: string) => {
    if (ts.isPropertyAssignment(node) && (ts.isIdentifier(node.name) || ts.isStringLiteralLike(node.name))) {
      const key = path === '' ? node.name.text : `${path}.${node.name.text}`;
      if (!ts.isObjectLiteralExpression(node.initializer)) keys.set(key, node.getStart());
      ts.forEachChild(node.initializer, (child) => collect(child, key));
      return;
    }
    ts.forEachChild(node, (child) => collect(child, path));
  };
  collect(file.syntax(), '');
  return keys;
}

export const looks: readonly Law[] = [oneTheme, oneScale, wordsInWords, bothLanguages];

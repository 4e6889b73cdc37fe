import ts from 'typescript';
import { type SourceFile, walk } from './source-tree.ts';

/** One piece of SQL found in a file, with `?` for what is filled in at run time. */
export interface SqlText {
  readonly text: string;
  readonly position: number;
}

export interface TableUse {
  readonly table: string;
  readonly position: number;
}

const STATEMENT =
  /^\s*(?:select\b[\s\S]*\bfrom\b|insert\s+into\b|update\b[\s\S]*\bset\b|delete\s+from\b|merge\s+into\b|with\s+\w+\s+as\b|truncate\s+table\b)/i;
const NAME = '"?([a-z_][a-z0-9_]*)"?';
const WRITES = [
  `insert\\s+into\\s+(?:only\\s+)?${NAME}`,
  `update\\s+(?:only\\s+)?${NAME}(?:\\s+(?:as\\s+)?(?!set\\b)\\w+)?\\s+set\\b`,
  `delete\\s+from\\s+(?:only\\s+)?${NAME}`,
  `merge\\s+into\\s+(?:only\\s+)?${NAME}`,
  `truncate\\s+(?:table\\s+)?${NAME}`,
  `copy\\s+${NAME}\\s*(?:\\([^)]*\\)\\s*)?from\\b`,
];
const READS = [`(?:from|join|using)\\s+(?:only\\s+|lateral\\s+)?${NAME}`];
const BUILDER_WRITES = new Set(['insertInto', 'updateTable', 'deleteFrom', 'mergeInto', 'replaceInto']);
const BUILDER_READS = /^(?:selectFrom|from|using|(?:inner|left|right|full|cross)Join(?:Lateral)?)$/;

const texts = new WeakMap<SourceFile, readonly SqlText[]>();

/** All SQL written as text: `sql` templates, and plain strings that begin like a statement. */
export function sqlTexts(file: SourceFile): readonly SqlText[] {
  const known = texts.get(file);
  if (known) return known;
  const found: SqlText[] = [];
  walk(file.syntax(), (node) => {
    if (
      !ts.isStringLiteral(node) &&
      !ts.isNoSubstitutionTemplateLiteral(node) &&
      !ts.isTemplateExpression(node)
    )
      return;
    const text = textOf(node);
    if (isTagged(node) || STATEMENT.test(text)) found.push({ text, position: node.getStart() });
  });
  texts.set(file, found);
  return found;
}

function isTagged(node: ts.Node): boolean {
  return ts.isTaggedTemplateExpression(node.parent) && /^sql\b/.test(node.parent.tag.getText());
}

function textOf(node: ts.StringLiteralLike | ts.TemplateExpression): string {
  if (!ts.isTemplateExpression(node)) return node.text;
  const filled = (expression: ts.Expression) =>
    /^sql\.(?:table|id|ref)\('([\w.]+)'\)$/.exec(expression.getText())?.[1];
  return (
    node.head.text +
    node.templateSpans.map((span) => (filled(span.expression) ?? ' ? ') + span.literal.text).join('')
  );
}

/** Tables written by a file, in SQL text and by the query builder. */
export function writtenTables(file: SourceFile): TableUse[] {
  return [...inTexts(file, WRITES), ...inBuilder(file, (method) => BUILDER_WRITES.has(method))];
}

/** Tables read by a file. */
export function readTables(file: SourceFile): TableUse[] {
  return [...inTexts(file, READS), ...inBuilder(file, (method) => BUILDER_READS.test(method))];
}

/** Where a file speaks SQL at all. */
export function sqlPlaces(file: SourceFile): number[] {
  const starts = (method: string) => BUILDER_WRITES.has(method) || method === 'selectFrom';
  return [...sqlTexts(file), ...inBuilder(file, starts)].map(({ position }) => position);
}

function inTexts(file: SourceFile, patterns: readonly string[]): TableUse[] {
  return sqlTexts(file).flatMap(({ text, position }) => {
    const own = new Set(
      [...text.matchAll(/\b([a-z_]\w*)\s*(?:\([^()]*\)\s*)?as\s+(?:not\s+)?(?:materialized\s+)?\(/gi)].map(
        (match) => match[1],
      ),
    );
    return patterns
      .flatMap((pattern) => [...text.matchAll(new RegExp(`\\b${pattern}`, 'gi'))])
      .map((match) => ({ table: (match[1] ?? '').toLowerCase(), position: position + match.index }))
      .filter(({ table }) => !own.has(table));
  });
}

function inBuilder(file: SourceFile, wanted: (method: string) => boolean): TableUse[] {
  const found: TableUse[] = [];
  walk(file.syntax(), (node) => {
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return;
    if (!wanted(node.expression.name.text)) return;
    const [first] = node.arguments;
    const names = first && ts.isArrayLiteralExpression(first) ? first.elements : [first];
    for (const name of names)
      if (name && ts.isStringLiteralLike(name))
        found.push({ table: name.text.split(/\s/)[0] ?? '', position: name.getStart() });
  });
  return found;
}

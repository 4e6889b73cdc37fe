import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import type { Appearance } from '#duplicates/model.ts';
import { groupAll } from '#duplicates/rules/grouping.ts';
import { traitsOf } from '#duplicates/rules/traits.ts';
import { inventLeads } from './invented-leads.ts';

export interface DuplicateScore {
  readonly name: string;
  readonly rows: number;
  readonly pairs: number;
  readonly found: number;
  readonly right: number;
  readonly precision: number;
  readonly recall: number;
  readonly seconds: number;
}

/** Headings as marketing teams write them. */
const headings: Readonly<Record<string, keyof Appearance>> = {
  公司名称: 'name',
  企业名称: 'name',
  客户名称: 'name',
  联系人: 'contact',
  姓名: 'contact',
  手机: 'phones',
  电话: 'phones',
  联系电话: 'phones',
  邮箱: 'email',
  电子邮箱: 'email',
  城市: 'region',
  地区: 'region',
  统一社会信用代码: 'uscc',
  网址: 'website',
};

function readAppearance(heads: readonly string[], cells: readonly string[]): Appearance {
  const shown: Record<string, unknown> = {};
  const phones: string[] = [];
  heads.forEach((head, at) => {
    const key = headings[head.trim()];
    if (key === 'phones') phones.push(cells[at] ?? '');
    else if (key) shown[key] = cells[at] ?? '';
  });
  return { ...shown, phones };
}

/** How many pairs of rows the matcher calls one company, and how many of these the truth does. */
export function scoreDuplicates(
  name: string,
  rows: readonly Appearance[],
  entities: readonly (string | number)[],
): DuplicateScore {
  const started = performance.now();
  const groups = groupAll(rows.map(traitsOf));
  const seconds = (performance.now() - started) / 1000;
  const sizes = new Map<string | number, number>();
  for (const entity of entities) sizes.set(entity, (sizes.get(entity) ?? 0) + 1);
  const pairsOf = (size: number) => (size * (size - 1)) / 2;
  const pairs = [...sizes.values()].reduce((sum, size) => sum + pairsOf(size), 0);
  let [found, right] = [0, 0];
  for (const { members } of groups) {
    found += pairsOf(members.length);
    const inside = new Map<string | number | undefined, number>();
    for (const at of members) inside.set(entities[at], (inside.get(entities[at]) ?? 0) + 1);
    for (const size of inside.values()) right += pairsOf(size);
  }
  const score = { precision: found ? right / found : 1, recall: pairs ? right / pairs : 1, seconds };
  return { name, rows: rows.length, pairs, found, right, ...score };
}

function readFile(path: string, truthPath: string): DuplicateScore {
  const bytes = readFileSync(path);
  // A file of ours may be either: what is not UTF-8 is GB18030.
  const text = isUtf8(bytes) ? bytes.toString('utf8') : iconv.decode(bytes, 'gb18030');
  const [heads = [], ...lines] = parse(text, { relax_column_count: true, bom: true }) as string[][];
  const truth = parse(readFileSync(truthPath, 'utf8'), { columns: true, bom: true }) as Record<
    string,
    string
  >[];
  const rows = truth.map((one) => readAppearance(heads, lines[Number(one.line_in_file) - 2] ?? []));
  const entities = truth.map((one) => one.entity ?? '');
  return scoreDuplicates(path.split('/').at(-1) ?? path, rows, entities);
}

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Precision and recall on the given file, if it is there, and on invented lists with other names. Needs no database. */
export function measureDuplicates(file: string, truth: string): DuplicateScore[] {
  const given = existsSync(file) && existsSync(truth) ? [readFile(file, truth)] : [];
  const invented = [7, 2026].map((start) => {
    const { rows, entities } = inventLeads(4_000, start);
    return scoreDuplicates(`invented names, ${start}`, rows, entities);
  });
  const { rows, entities } = inventLeads(40_000, 99);
  return [...given, ...invented, scoreDuplicates('invented names, many', rows, entities)];
}

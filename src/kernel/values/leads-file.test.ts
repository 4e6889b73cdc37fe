import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { companyKeys } from './company-name-hant.ts';
import { normaliseEmail } from './email.ts';
import { readAmount, readSize } from './parse-amount.ts';
import { parseDay } from './parse-date.ts';
import { normalisePhone } from './phone.ts';
import { regionOf } from './regions.ts';

// A leads file as a marketing team sends it; it lies beside the project and not everybody has it.
const folder = new URL('../../../../shared/data/', import.meta.url);
const there = existsSync(new URL('leads-cn.csv', folder));

function rows(): string[][] {
  return parse(iconv.decode(readFileSync(new URL('leads-cn.csv', folder)), 'gb18030'));
}

describe.skipIf(!there)('a real leads file', () => {
  test('every phone, mail address, city, amount, size and date of the good rows is understood', () => {
    const readers: readonly (readonly [number, (text: string) => unknown])[] = [
      [2, normalisePhone],
      [3, normaliseEmail],
      [6, regionOf],
      [8, readAmount],
      [9, readSize],
      [10, readAmount],
      [11, (text) => parseDay(text)],
    ];
    const all = rows().slice(1);
    const isGood = (row: readonly string[]) => row[2] !== '12345' && row[11] !== '2026-13-45';
    const good = all.filter(isGood);
    expect([all.length, good.length]).toEqual([3_002, 3_001]); // Of the two bad rows one is only nearly empty.
    const unread = good.flatMap((row) =>
      readers
        .filter(([column, read]) => row[column] && read(row[column]) === null)
        .map(([column]) => row[column]),
    );
    expect(unread).toEqual([]);
    const bad = all.find((row) => !isGood(row)) ?? [];
    expect([normalisePhone(bad[2] ?? ''), normaliseEmail(bad[3] ?? '')]).toEqual([null, null]);
  });

  test('spellings of one company have one core, different companies have different ones', () => {
    const all = rows();
    const truth: { entity: string; line_in_file: string }[] = parse(
      readFileSync(new URL('leads-cn.truth.csv', folder)),
      { columns: true },
    );
    const coreOf = new Map<string, Set<string>>();
    const entityOf = new Map<string, Set<string>>();
    for (const { entity, line_in_file } of truth) {
      const name = all[Number(line_in_file) - 1]?.[0];
      if (!name) continue;
      const { core } = companyKeys(name);
      coreOf.set(entity, (coreOf.get(entity) ?? new Set()).add(core));
      entityOf.set(core, (entityOf.get(core) ?? new Set()).add(entity));
    }
    expect([...coreOf.values()].filter((cores) => cores.size > 1)).toEqual([]);
    expect([...entityOf].filter(([, entities]) => entities.size > 1)).toEqual([]);
  });
});

import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cruiseTree } from './arrows/cruise-tree.ts';
import type { Finding } from './finding.ts';
import { addSlice } from './new-slice/add-slice.ts';
import { namesFrom, renamed } from './new-slice/names.ts';
import { projectFolder } from './planted.ts';
import { LAWS } from './rooms/all-laws.ts';
import { applyLaws } from './rooms/law.ts';
import { readTree } from './rooms/source-tree.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const names = { many: 'visits', one: 'visit', chinese: '拜访' };

describe('the names of a new slice', () => {
  test('are plural, singular and Chinese', () => {
    expect(namesFrom(['visits', 'visit', '拜访'])).toEqual({ many: 'visits', one: 'visit', chinese: '拜访' });
  });

  test('are asked for when they are missing', () => {
    expect(namesFrom([])).toContain('plural');
    expect(namesFrom(['Visits'])).toContain('plural');
    expect(namesFrom(['visits'])).toContain('Chinese');
    expect(namesFrom(['staff', 'staff', '员工'])).toContain('one of the staff');
  });

  test('replace those of the pattern', () => {
    expect(renamed('createSample(samples) // 样本', names)).toBe('createVisit(visits) // 拜访');
  });
});

describe('a new slice', () => {
  const project = projectFolder({});
  let arrows: readonly Finding[] = [];
  let rooms: readonly Finding[] = [];

  beforeAll(async () => {
    // The technical ground as it is; of the slices only the order, so that what is found is the new slice's own.
    for (const path of [
      'src/kernel',
      'src/ui',
      'src/app/order.json',
      'db',
      'tsconfig.json',
      'package.json',
      'biome.json',
    ])
      if (existsSync(join(ROOT, path)))
        cpSync(join(ROOT, path), join(project.folder, path), { recursive: true });
    addSlice(project.folder, names);
    const app =
      "import { slice } from '#visits/slice.ts';\nimport { webSlice } from '#visits/web/slice.tsx';\nexport const slices = [slice, webSlice];\n";
    writeFileSync(join(project.folder, 'src/app/slices.ts'), app);
    // One planted fault shows that the checkers look into the new slice at all.
    const fault = "import * as db from '#kernel/db.ts';\nexport const clock = [db, Date.now()];\n";
    writeFileSync(join(project.folder, 'src/visits/rules/peeking.ts'), fault);
    const own = (findings: readonly Finding[]) =>
      findings.filter(({ path }) => path.startsWith('src/visits/'));
    arrows = own((await cruiseTree(project.folder)).findings);
    rooms = own(applyLaws(LAWS, readTree(project.folder)));
  }, 60_000);
  afterAll(() => project.remove());

  test('keeps the laws of the rooms', () => {
    expect(rooms.map(({ path, law }) => `${path} ${law}`)).toEqual(['src/visits/rules/peeking.ts no-clock']);
  });

  test('draws only allowed arrows', () => {
    expect(arrows.map(({ path, law }) => `${path} ${law}`).sort()).toEqual([
      'src/visits/rules/peeking.ts no-dead-files',
      'src/visits/rules/peeking.ts table-rules',
    ]);
  });

  test('is in the order and owns its table', () => {
    const json = (path: string) => JSON.parse(readFileSync(join(project.folder, path), 'utf8'));
    expect(json('src/app/order.json').at(-1)).toBe('visits');
    expect(json('db/owners.json').visits).toBe('visits');
  });

  test('is not written over one that exists', () => {
    expect(() => addSlice(project.folder, names)).toThrow('is there already');
  });
});

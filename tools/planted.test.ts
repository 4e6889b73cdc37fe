import { beforeAll, describe, expect, it } from 'vitest';
import order from '../src/app/order.json' with { type: 'json' };
import { arrowRules } from './arrows/arrow-rules.ts';
import { type CruiseOutcome, cruiseTree } from './arrows/cruise-tree.ts';
import { ARROW_PLANTS } from './planted/arrow-plants.ts';
import { MODEL_PROJECT } from './planted/model-project.ts';
import { INNOCENT, ROOM_PLANTS } from './planted/room-plants.ts';
import { inFolder, roomFindings } from './planted.ts';
import { LAWS } from './rooms/all-laws.ts';

const lawsOf = (plants: typeof ARROW_PLANTS) => new Set(plants.map(({ law }) => law));
const short = (findings: readonly { path: string; law: string; what: string }[]) =>
  findings.map(({ path, law, what }) => `${path} ${law} ${what}`);

describe('the import check', () => {
  let planted: CruiseOutcome;

  beforeAll(async () => {
    const files = Object.assign({}, ...ARROW_PLANTS.map((plant) => plant.files), MODEL_PROJECT);
    planted = await inFolder(files, cruiseTree);
  }, 30_000);

  it('finds nothing in a project without fault', async () => {
    const clean = await inFolder(MODEL_PROJECT, cruiseTree);
    expect(short(clean.findings)).toEqual([]);
    expect(clean.modules).toBe(clean.files);
    expect(clean.files).toBeGreaterThan(30);
  });

  it('keeps a planted violation for every rule', () => {
    const rules = arrowRules(order).map(({ rule }) => rule.name);
    expect(rules.filter((rule) => !lawsOf(ARROW_PLANTS).has(`${rule}`))).toEqual([]);
  });

  it.each(ARROW_PLANTS)('$law catches $at', ({ law, at }) => {
    const caught = planted.findings.filter((finding) => finding.path === at);
    expect(caught.map((finding) => finding.law)).toContain(law);
    expect(caught.every((finding) => finding.why !== '' && finding.mend !== '')).toBe(true);
  });

  it('names the line of the import', () => {
    const at = planted.findings.find((finding) => finding.path === 'src/catalog/model.ts');
    expect(at?.line).toBe(1);
  });

  it('fails when dependency-cruiser has not read every file', async () => {
    // A folder that dependency-cruiser does not follow stands for a parser that reads nothing.
    const hidden = { ...MODEL_PROJECT, 'src/kernel/node_modules-notes/hidden.ts': 'export const a = 1;\n' };
    const { findings, files, modules } = await inFolder(hidden, cruiseTree);
    expect(modules).toBeLessThan(files);
    expect(findings.map((finding) => finding.law)).toContain('every-file-seen');
  });
});

describe('the room check', () => {
  it('finds nothing in a project without fault', () => {
    expect(short(roomFindings(MODEL_PROJECT))).toEqual([]);
  });

  it('keeps a planted violation for every law', () => {
    expect(LAWS.map(({ name }) => name).filter((name) => !lawsOf(ROOM_PLANTS).has(name))).toEqual([]);
  });

  it.each(ROOM_PLANTS)('$law catches $at', ({ law, at, files }) => {
    const caught = roomFindings({ ...MODEL_PROJECT, ...files }).filter((finding) => finding.path === at);
    expect(caught.map((finding) => finding.law)).toContain(law);
  });

  it.each(INNOCENT.map((files, index) => ({ files, index, path: Object.keys(files)[0] })))(
    'leaves the innocent $path alone ($index)',
    ({ files }) => {
      expect(short(roomFindings({ ...MODEL_PROJECT, ...files }))).toEqual([]);
    },
  );
});

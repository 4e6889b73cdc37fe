import type { Packed } from './open-zip.ts';
import { readAllXml } from './read-xml.ts';
import { badFile, sheetLimits } from './sheet.ts';

export interface WorkbookParts {
  readonly sheets: readonly { readonly name: string; readonly part: string }[];
  /** Days between the two epochs of Excel: files from old Macs count from 1904. */
  readonly epochShift: number;
  /** By number of the cell format: how a number in such a cell is meant. */
  readonly formats: readonly ('date' | 'datetime' | null)[];
}

/** Reads what a workbook says about its sheets and number formats. */
export async function readWorkbookParts(zip: Packed): Promise<WorkbookParts> {
  if (!zip.has('xl/workbook.xml')) throw badFile('not_a_sheet');
  const targets = await readTargets(zip);
  const sheets: { name: string; part: string }[] = [];
  let epochShift = 0;
  const small = sheetLimits.smallPartBytes;
  await readAllXml(await zip.read('xl/workbook.xml', small), {
    open(name, attributes) {
      if (name === 'workbookPr' && /^(1|true)$/.test(attributes.date1904 ?? '')) epochShift = 1_462;
      if (name !== 'sheet' || /hidden/i.test(attributes.state ?? '')) return;
      const part = targets.get(attributes['r:id'] ?? '') ?? '';
      if (zip.has(part)) sheets.push({ name: attributes.name ?? '', part });
    },
  });
  if (sheets.length === 0) throw badFile('not_a_sheet');
  return { sheets, epochShift, formats: await readFormats(zip) };
}

async function readTargets(zip: Packed): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  const part = 'xl/_rels/workbook.xml.rels';
  if (!zip.has(part)) return targets;
  await readAllXml(await zip.read(part, sheetLimits.smallPartBytes), {
    open(name, attributes) {
      const target = attributes.Target ?? '';
      if (name === 'Relationship' && attributes.TargetMode !== 'External')
        targets.set(attributes.Id ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    },
  });
  return targets;
}

async function readFormats(zip: Packed): Promise<WorkbookParts['formats']> {
  if (!zip.has('xl/styles.xml')) return [];
  const custom = new Map<number, string>();
  const formats: ('date' | 'datetime' | null)[] = [];
  let inCells = false;
  await readAllXml(await zip.read('xl/styles.xml', sheetLimits.smallPartBytes), {
    open(name, attributes) {
      if (name === 'numFmt') custom.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells) formats.push(meaningOf(Number(attributes.numFmtId), custom));
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return formats;
}

function meaningOf(id: number, custom: ReadonlyMap<number, string>): 'date' | 'datetime' | null {
  const code = custom.get(id);
  if (code === undefined) {
    if (id === 22) return 'datetime';
    return (id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? 'date' : null;
  }
  // Quoted words, colours and padding are no part of the meaning.
  const bare = code.toLowerCase().replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '');
  if (!/[yd]/.test(bare)) return null;
  return /[hs]/.test(bare) ? 'datetime' : 'date';
}

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { Refusal } from '../values/refusal.ts';
import { openSheet } from './read-sheet.ts';
import type { SheetRow } from './sheet.ts';
import { onePage, writeSheet } from './write-sheet.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yingdan-sheets-'));
});
afterAll(() => rm(folder, { recursive: true }));

let made = 0;
async function kept(bytes: Buffer | string): Promise<string> {
  made += 1;
  const path = join(folder, `file-${made}`);
  await writeFile(path, bytes);
  return path;
}

async function rowsOf(bytes: Buffer | string, chosen = {}): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const row of (await openSheet(await kept(bytes), chosen)).rows) rows.push(row);
  return rows;
}

/** The code a file is refused with. */
async function problemOf(bytes: Buffer | string): Promise<string> {
  try {
    await rowsOf(bytes);
  } catch (error) {
    if (error instanceof Refusal) return error.errors[0]?.code ?? error.code;
    throw error;
  }
  return 'read';
}

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const parts = (sheet: string, more: Record<string, string | Readable> = {}) => ({
  'xl/workbook.xml': `<workbook ${main} xmlns:r="r"><sheets><sheet name="名单" sheetId="1" r:id="r1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels':
    '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
  'xl/worksheets/sheet1.xml': sheet,
  ...more,
});

function workbook(files: Record<string, string | Readable>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [path, content] of Object.entries(files))
    if (typeof content === 'string') zip.addBuffer(Buffer.from(content), path);
    else zip.addReadStream(content, path);
  zip.end();
  return buffer(zip.outputStream as Readable);
}

const sheetOf = (cells: string) => `<worksheet ${main}><sheetData>${cells}</sheetData></worksheet>`;

describe('CSV', () => {
  const text = '公司,联系人,备注\n甲公司,王一,"第一行\n第二行"\n\n乙公司,李二,"说""好"""\n';
  const cells = [
    [1, ['公司', '联系人', '备注']],
    [2, ['甲公司', '王一', '第一行\n第二行']],
    [4, ['乙公司', '李二', '说"好"']],
  ];
  test.each([
    ['utf-8', Buffer.from(text)],
    ['utf-8 with mark', Buffer.from(`\ufeff${text}`)],
    ['gb18030', iconv.encode(text, 'gb18030')],
    ['utf-16le', Buffer.concat([Buffer.from([0xff, 0xfe]), iconv.encode(text, 'utf-16le')])],
    ['utf-16be without mark', iconv.encode('Name,Mail\nAnna Smith,anna@x.test\n', 'utf-16be')],
    [
      'tab and \\r\\n',
      Buffer.from(text.replaceAll(',', '\t').replaceAll('\n', '\r\n').replace('一行\r\n第', '一行\n第')),
    ],
    ['semicolon', Buffer.from(text.replaceAll(',', ';'))],
  ])('%s is read as it was meant', async (name, bytes) => {
    const rows = (await rowsOf(bytes)).map(({ line, cells: row }) => [line, row]);
    expect(rows).toEqual(
      name.startsWith('utf-16be')
        ? [
            [1, ['Name', 'Mail']],
            [2, ['Anna Smith', 'anna@x.test']],
          ]
        : cells,
    );
  });

  test('long and odd cells neither break nor slow anything', async () => {
    const [, row] = await rowsOf(`a,b\n"${'长'.repeat(1_000_000)}",x\u0000y\n`);
    expect(row?.cells.map((cell) => cell.length)).toEqual([32_767, 2]);
  });

  test.each([
    ['nothing', '', 'file_empty'],
    ['a quotation mark that never closes', `a,b\n1,"${'x'.repeat(5_000_000)}`, 'record_too_long'],
    ['501 columns', Array.from({ length: 501 }, (_, n) => n).join(','), 'too_many_columns'],
    ['an old Excel file', Buffer.from('d0cf11e0a1b11ae1000000000000', 'hex'), 'old_excel'],
    [
      'a picture',
      Buffer.from('89504e470d0a1a0a0000000d49484452000001000000010008060000005c72a866', 'hex'),
      'not_a_sheet',
    ],
    ['half a zip', Buffer.from('PK\u0003\u0004 and then nothing of use'), 'broken_file'],
  ])('%s is refused', async (_name, bytes, code) => {
    expect(await problemOf(bytes)).toBe(code);
  });
});

describe('XLSX', () => {
  test('numbers keep their digits, dates are dates, gaps stay gaps, formulas give their value', async () => {
    const strings = `<sst ${main}><si><t>公司</t></si><si><r><t>甲</t></r><r><t>公司</t></r><rPh><t>jia</t></rPh></si></sst>`;
    const styles = `<styleSheet ${main}><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="22"/></cellXfs></styleSheet>`;
    const sheet = sheetOf(
      `<row r="1"><c r="A1" t="s"><v>0</v></c></row>
       <row r="3"><c r="A3" t="s"><v>1</v></c><c r="C3"><v>1.3812345678E10</v></c><c r="D3" s="1"><v>46143</v></c>
         <c r="E3" s="2"><v>46143</v></c><c r="F3" s="3"><v>46143.5</v></c><c r="G3"><v>0.30000000000000004</v></c>
         <c r="H3" t="str"><f>A1</f><v>=值</v></c><c r="I3" t="b"><v>1</v></c><c r="J3" t="e"><v>#N/A</v></c>
         <c r="K3" t="inlineStr"><is><t>内联 &amp; 文本</t></is></c></row>`,
    );
    const rows = await rowsOf(
      await workbook(parts(sheet, { 'xl/sharedStrings.xml': strings, 'xl/styles.xml': styles })),
    );
    expect(rows).toEqual([
      { line: 1, cells: ['公司'] },
      {
        line: 3,
        cells: [
          '甲公司',
          '',
          '13812345678',
          '2026-05-01',
          '2026-05-01',
          '2026-05-01 12:00:00',
          '0.3',
          '=值',
          'TRUE',
          '',
          '内联 & 文本',
        ],
      },
    ]);
  });

  test('what we write we read again', async () => {
    const stream = writeSheet('xlsx', {
      name: '线索',
      header: ['公司', '金额', '日', '时'],
      pages: onePage([
        [
          { text: '=1+1 <&> "引号"' },
          { money: '860000.00' },
          { day: '2026-05-01' },
          { time: '2026-05-01 09:30:15' },
        ],
        [{ text: '\t@SUM(A1)\n二' }, null, null, null],
      ]),
    });
    const rows = await rowsOf(await buffer(stream));
    expect(rows.map((row) => row.cells)).toEqual([
      ['公司', '金额', '日', '时'],
      ['=1+1 <&> "引号"', '860000.00', '2026-05-01', '2026-05-01 09:30:15'],
      ['\t@SUM(A1)\n二'],
    ]);
  });

  const mega = 1024 * 1024;

  /** The same file, whose directory claims another unpacked size for one part. */
  function claiming(zip: Buffer, part: string, size: number): Buffer {
    const patched = Buffer.from(zip);
    const at = patched.lastIndexOf(part);
    const entry = patched.lastIndexOf(Buffer.from('PK\u0001\u0002'), at);
    patched.writeUInt32LE(size, entry + 24);
    return patched;
  }

  test('bombs are refused at once and in small memory', async () => {
    const sheet1 = 'xl/worksheets/sheet1.xml';
    const plain = await workbook(parts(sheetOf('<row r="1"><c r="A1"><v>1</v></c></row>')));
    const withStrings = await workbook(parts(sheetOf(''), { 'xl/sharedStrings.xml': `<sst ${main}/>` }));
    const spaces = Readable.from([Buffer.alloc(20 * mega, 32), Buffer.alloc(20 * mega, 32)]);
    const entities = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>';
    const bombs: [string, Buffer, string][] = [
      ['a sheet of 600 MB', claiming(plain, sheet1, 600 * mega), 'unpacks_too_big'],
      ['a sheet that is larger than it says', claiming(plain, sheet1, 10), 'broken_file'],
      [
        'shared strings of 1 GB',
        claiming(withStrings, 'xl/sharedStrings.xml', 1_024 * mega),
        'unpacks_too_big',
      ],
      ['40 MB packed into 40 kB', await workbook(parts('', { [sheet1]: spaces })), 'unpacks_too_big'],
      [
        'a document type with entities',
        await workbook(parts(`${entities}${sheetOf('<row><c t="str"><v>&b;</v></c></row>')}`)),
        'file_with_dtd',
      ],
      [
        '2,100 parts',
        await workbook(
          parts(sheetOf(''), Object.fromEntries(Array.from({ length: 2_100 }, (_, n) => [`xl/x${n}`, '']))),
        ),
        'unpacks_too_big',
      ],
      [
        'a cell in column 16,000',
        await workbook(parts(sheetOf('<row r="1"><c r="WQK1"><v>1</v></c></row>'))),
        'too_many_columns',
      ],
      ['broken XML', await workbook(parts('<worksheet><sheetData><row>')), 'broken_file'],
      ['a zip of something else', await workbook({ 'word/document.xml': '<x/>' }), 'not_a_sheet'],
    ];
    const before = process.memoryUsage().rss;
    for (const [name, bytes, code] of bombs) expect([name, await problemOf(bytes)]).toEqual([name, code]);
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * mega);
  }, 30_000);

  test('what a file claims about its size is not believed', async () => {
    const sheet = `<worksheet ${main}><dimension ref="A1:XFD1048576"/><sheetData><row r="1048576"><c r="A1048576"><v>7</v></c></row></sheetData></worksheet>`;
    expect(await rowsOf(await workbook(parts(sheet)))).toEqual([{ line: 1_048_576, cells: ['7'] }]);
  });
});

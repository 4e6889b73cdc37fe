import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { daysBetween } from '../values/day.ts';
import { sheetLimits } from './sheet.ts';
import type { SheetCell, SheetToWrite } from './sheet-to-write.ts';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Cell formats by their number in the styles below. */
const style = { plain: 0, header: 1, money: 2, day: 3, time: 4 } as const;

/** A workbook as a stream: its sheets are written while they are read. */
export function xlsxStream(sheets: readonly SheetToWrite[]): Readable {
  const zip = new ZipFile();
  const add = (path: string, text: string) => zip.addBuffer(Buffer.from(head + text), path);
  add('[Content_Types].xml', contentTypes(sheets.length));
  add(
    '_rels/.rels',
    `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  );
  add('xl/workbook.xml', workbook(sheets));
  add('xl/_rels/workbook.xml.rels', workbookRelations(sheets.length));
  add('xl/styles.xml', styles);
  sheets.forEach((sheet, index) => {
    zip.addReadStream(
      Readable.from(sheetPieces(sheet), { objectMode: false }),
      `xl/worksheets/sheet${index + 1}.xml`,
    );
  });
  zip.end();
  const out = zip.outputStream as Readable;
  zip.on('error', (error: Error) => out.destroy(error));
  return out;
}

async function* sheetPieces({ header, pages }: SheetToWrite): AsyncGenerator<string> {
  yield `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`;
  yield rowXml(
    1,
    header.map((text) => ({ text })),
    style.header,
  );
  let line = 1;
  for await (const rows of pages) {
    let piece = '';
    for (const row of rows) {
      line += 1;
      piece += rowXml(line, row);
    }
    if (piece) yield piece;
  }
  yield '</sheetData></worksheet>';
}

function rowXml(line: number, cells: readonly SheetCell[], all?: number): string {
  let xml = `<row r="${line}">`;
  cells.forEach((cell, index) => {
    if (cell) xml += cellXml(cell, `${letters(index)}${line}`, all);
  });
  return `${xml}</row>`;
}

function cellXml(cell: NonNullable<SheetCell>, at: string, all: number = style.plain): string {
  if ('number' in cell) return `<c r="${at}"><v>${cell.number}</v></c>`;
  if ('money' in cell) return `<c r="${at}" s="${style.money}"><v>${cell.money}</v></c>`;
  if ('day' in cell) return `<c r="${at}" s="${style.day}"><v>${serialOf(cell.day)}</v></c>`;
  if ('time' in cell) return `<c r="${at}" s="${style.time}"><v>${serialOf(cell.time)}</v></c>`;
  // An inline string is text for every spreadsheet: a leading = runs nothing.
  return `<c r="${at}" s="${all}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell.text)}</t></is></c>`;
}

function serialOf(text: string): string {
  const days = daysBetween('1899-12-30', text.slice(0, 10));
  const [hours = 0, minutes = 0, seconds = 0] = text.slice(11).split(':').map(Number);
  const fraction = (hours * 3_600 + minutes * 60 + seconds) / 86_400;
  return fraction === 0 ? String(days) : (days + fraction).toFixed(10);
}

function letters(index: number): string {
  let name = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

function escaped(text: string): string {
  return (
    text
      .slice(0, sheetLimits.cellChars)
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: XML cannot carry these
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll('\r', '&#13;')
  );
}

function sheetName(name: string, index: number): string {
  return escaped(
    name
      .replace(/[[\]:*?/\\']/g, ' ')
      .slice(0, 31)
      .trim() || `Sheet${index + 1}`,
  );
}

function workbook(sheets: readonly SheetToWrite[]): string {
  const list = sheets.map(
    ({ name }, index) =>
      `<sheet name="${sheetName(name, index)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${list.join('')}</sheets></workbook>`;
}

function workbookRelations(count: number): string {
  const list = Array.from(
    { length: count },
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${office}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  return `<Relationships xmlns="${relations}">${list.join('')}<Relationship Id="rId${count + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`;
}

function contentTypes(count: number): string {
  const list = Array.from(
    { length: count },
    (_, index) =>
      `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${types}.worksheet+xml"/>`,
  );
  return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/>${list.join('')}</Types>`;
}

const styles = `<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="4" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/></cellXfs></styleSheet>`;

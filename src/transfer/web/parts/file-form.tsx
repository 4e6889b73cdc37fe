import { Select } from 'antd';
import { WizardLine } from '#ui/wizard-parts.tsx';
import type { ImportDetail } from './import-types.ts';
import { words } from './transfer-words.ts';
import { useReread } from './use-reread.ts';

const encodings = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be', 'shift_jis', 'windows-1252'];

/** How the file was read, and a way to read it otherwise when the guess was wrong. */
export function FileForm({ one }: { readonly one: ImportDetail }) {
  const w = words.use();
  const { busy, reread } = useReread(one);
  const choose = (
    key: 'encoding' | 'delimiter' | 'sheet' | 'headerLine',
    label: string,
    value: string | number,
    options: readonly { readonly value: string | number; readonly label: string }[],
  ) => (
    <Select
      size="small"
      disabled={!reread || busy}
      title={reread ? undefined : w('rereadHint')}
      aria-label={label}
      value={value}
      onChange={(next) => reread?.({ [key]: String(next) })}
      options={[...options]}
    />
  );
  const marks = [
    { value: ',', label: w('comma') },
    { value: ';', label: w('semicolon') },
    { value: '\t', label: w('tab') },
    { value: '|', label: w('bar') },
  ];
  const lines = Array.from({ length: Math.max(10, one.headerLine) }, (_, index) => ({
    value: index + 1,
    label: w('headerAt', { line: index + 1 }),
  }));
  const names = encodings.map((value) => ({ value, label: value.toUpperCase() }));
  const sheets = one.sheets.map((value) => ({ value, label: value }));
  return (
    <WizardLine>
      <span className="yd-text2">{w('readAs')}</span>
      {one.encoding ? choose('encoding', w('encoding'), one.encoding, names) : null}
      {one.delimiter ? choose('delimiter', w('delimiter'), one.delimiter, marks) : null}
      {one.sheet ? choose('sheet', w('sheet'), one.sheet, sheets) : null}
      {choose('headerLine', w('headerRow'), one.headerLine, [{ value: 0, label: w('noHeader') }, ...lines])}
    </WizardLine>
  );
}

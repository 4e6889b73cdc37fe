import { useNavigate } from '@tanstack/react-router';
import { Select } from 'antd';
import { useState } from 'react';
import { Problem } from '#kernel/web/api.ts';
import { useToasts } from '#ui/toast.tsx';
import { WizardLine } from '#ui/wizard-parts.tsx';
import type { ImportDetail } from './import-types.ts';
import { words } from './transfer-words.ts';
import { keptFile, type ReadAs, uploadFile } from './upload-file.ts';

const encodings = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be', 'shift_jis', 'windows-1252'];

/** How the file was read, and a way to read it otherwise when the guess was wrong. */
export function FileForm({ one }: { readonly one: ImportDetail }) {
  const w = words.use();
  const navigate = useNavigate();
  const toasts = useToasts();
  const [busy, setBusy] = useState(false);
  const file = keptFile(one.id);
  async function reread(change: ReadAs): Promise<void> {
    if (!file) return;
    setBusy(true);
    try {
      const form = {
        ...(one.encoding ? { encoding: one.encoding } : {}),
        ...(one.delimiter ? { delimiter: one.delimiter } : {}),
        ...(one.sheet ? { sheet: one.sheet } : {}),
        headerLine: String(one.headerLine),
      };
      const { id } = await uploadFile(one.object, file, { ...form, ...change });
      void navigate({ to: `/imports/${id}` as never, replace: true });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      toasts.show({ text: error.errors[0]?.message ?? error.message, refused: true });
    } finally {
      setBusy(false);
    }
  }
  const shared = {
    size: 'small',
    disabled: !file || busy,
    title: file ? undefined : w('rereadHint'),
  } as const;
  const marks = [
    [',', w('comma')],
    [';', w('semicolon')],
    ['\t', w('tab')],
    ['|', w('bar')],
  ] as const;
  return (
    <WizardLine>
      <span className="yd-text2">{w('readAs')}</span>
      {one.encoding ? (
        <Select
          {...shared}
          aria-label={w('encoding')}
          value={one.encoding}
          onChange={(encoding) => void reread({ encoding })}
          options={encodings.map((value) => ({ value, label: value.toUpperCase() }))}
        />
      ) : null}
      {one.delimiter ? (
        <Select
          {...shared}
          aria-label={w('delimiter')}
          value={one.delimiter}
          onChange={(delimiter) => void reread({ delimiter })}
          options={marks.map(([value, label]) => ({ value, label }))}
        />
      ) : null}
      {one.sheet ? (
        <Select
          {...shared}
          aria-label={w('sheet')}
          value={one.sheet}
          onChange={(sheet) => void reread({ sheet })}
          options={one.sheets.map((value) => ({ value, label: value }))}
        />
      ) : null}
      <Select
        {...shared}
        aria-label={w('headerRow')}
        value={one.headerLine}
        onChange={(line) => void reread({ headerLine: String(line) })}
        options={[
          { value: 0, label: w('noHeader') },
          ...Array.from({ length: Math.max(10, one.headerLine) }, (_, index) => ({
            value: index + 1,
            label: w('headerAt', { line: index + 1 }),
          })),
        ]}
      />
    </WizardLine>
  );
}

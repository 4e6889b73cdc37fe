import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Problem } from '#kernel/web/api.ts';
import { useToasts } from '#ui/toast.tsx';
import type { ImportDetail } from './import-types.ts';
import { keptFile, type ReadAs, uploadFile } from './upload-file.ts';

/** Reads the file of this visit once more in another way, as a new import; undefined when it is no longer at hand. */
export function useReread(one: ImportDetail) {
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
  return { busy, reread: file ? (change: ReadAs) => void reread(change) : undefined };
}

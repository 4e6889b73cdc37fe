import { useEffect, useState } from 'react';
import { useRead } from '#kernel/web/use-operation.ts';
import { getImport } from '../../contract/imports.ts';

const atWork = new Set(['checking', 'running', 'undoing']);
const refreshMs = 600;

/** One import; while the server works on it, its numbers are asked for again and again. */
export function useImport(id: string) {
  const [busy, setBusy] = useState(true);
  const answer = useRead(getImport, { id }, { keep: true, ...(busy ? { refreshMs } : {}) });
  const one = answer.data?.id === id ? answer.data : undefined;
  useEffect(() => setBusy(one === undefined || atWork.has(one.status)), [one]);
  return { one, error: answer.error, retry: () => void answer.refetch() };
}

import type { Output } from '#kernel/contract.ts';
import { Problem } from '#kernel/web/api.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import type { uploadImport } from '../../contract/imports.ts';

/** How a file is to be read when our guess was wrong. */
export interface ReadAs {
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly sheet?: string;
  readonly headerLine?: string;
}

/** Files of this visit, so that one can be read again in another way without choosing it again. */
const kept = new Map<string, File>();

export function keptFile(importId: string): File | undefined {
  return kept.get(importId);
}

/** Sends a file; throws the Problem with its sentence when it cannot be read. */
export async function uploadFile(
  object: string,
  file: File,
  readAs: ReadAs = {},
): Promise<Output<typeof uploadImport>> {
  const form = new FormData();
  form.set('object', object);
  for (const [key, value] of Object.entries(readAs)) if (value !== undefined) form.set(key, value);
  // Last: the server wants to know how to read it before the bytes arrive.
  form.set('file', file);
  const response = await fetch('/api/v1/imports', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'accept-language': localePreference.get() },
    body: form,
  }).catch(() => {
    throw new Problem(503, { code: 'database_away' });
  });
  const body = (await response.json()) as Output<typeof uploadImport> & Partial<Problem>;
  if (!response.ok) throw new Problem(response.status, body);
  kept.set(body.id, file);
  return body;
}

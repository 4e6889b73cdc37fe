import { setTimeout as wait } from 'node:timers/promises';
import { FormData, fetch } from 'undici';
import type { Player } from './cast.ts';
import { ask } from './load.ts';

export interface FileSample {
  readonly name: string;
  readonly rows: number;
  readonly seconds: number;
  readonly perSecond: number;
}

interface ImportDetail {
  status: string;
  plan: Record<string, unknown>;
  created: number;
  failed: number;
  startedAt: string;
  endedAt: string;
  failure: string | null;
}

/** Imports new leads from a CSV file, as marketing does: the seconds are those of the run itself. */
export async function measureImport(origin: string, player: Player, rows: number): Promise<FileSample> {
  const stamp = Date.now();
  const lines = Array.from({ length: rows }, (_, place) => {
    const digits = String((stamp * 3 + place * 17) % 1_000_000_000).padStart(9, '0');
    return `导入${stamp % 1_000_000}之${place}电子有限公司,王${place % 97},16${digits},展会,杭州,电子,p${place}@dr${stamp % 1000}.test`;
  });
  const form = new FormData();
  form.set('object', 'leads');
  form.set(
    'file',
    new Blob([`公司名称,联系人,手机,渠道,城市,行业,邮箱\n${lines.join('\n')}\n`], { type: 'text/csv' }),
    'leads.csv',
  );
  const answer = await fetch(`${origin}/api/v1/imports`, {
    method: 'POST',
    body: form,
    headers: { authorization: `Bearer ${player.key}` },
  });
  if (answer.status !== 201) throw new Error(`upload: ${answer.status} ${await answer.text()}`);
  const { id } = (await answer.json()) as { id: string };
  const { plan } = await settled(origin, player, id);
  await send(origin, player, 'PUT', `/imports/${id}/plan`, plan);
  const checked = await settled(origin, player, id);
  if (checked.status !== 'checked') throw new Error(`import: ${checked.status} ${checked.failure}`);
  await send(origin, player, 'POST', `/imports/${id}/run`, {});
  const done = await settled(origin, player, id);
  if (done.created < rows * 0.99)
    throw new Error(`import: ${done.created} of ${rows}, ${done.failed} failed`);
  const seconds = (Date.parse(done.endedAt) - Date.parse(done.startedAt)) / 1000;
  return { name: 'import, rows', rows, seconds, perSecond: rows / seconds };
}

async function send(origin: string, player: Player, method: string, path: string, body: unknown) {
  const answer = await fetch(`${origin}/api/v1${path}`, {
    method,
    body: JSON.stringify(body),
    headers: { authorization: `Bearer ${player.key}`, 'content-type': 'application/json' },
  });
  if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer;
}

async function settled(origin: string, player: Player, id: string): Promise<ImportDetail> {
  for (;;) {
    const { body } = await ask(origin, { method: 'GET', path: `/imports/${id}`, key: player.key });
    const detail = body as ImportDetail;
    if (!['checking', 'running'].includes(detail.status)) return detail;
    await wait(100);
  }
}

/** Exports leads that one manager sees as CSV: the seconds are those of the whole download. */
export async function measureExport(origin: string, player: Player): Promise<FileSample> {
  const columns = [
    'company',
    'contactName',
    'phone',
    'email',
    'channel',
    'status',
    'ownerId',
    'region',
    'createdAt',
  ];
  const made = await ask(origin, {
    method: 'POST',
    path: '/exports',
    body: { listId: 'leads.list', format: 'csv', columns },
    key: player.key,
  });
  const { id, rows } = made.body as { id: string; rows: number };
  if (made.status !== 201) throw new Error(`export: ${JSON.stringify(made.body)}`);
  const began = performance.now();
  const answer = await fetch(`${origin}/api/v1/exports/${id}/file`, {
    headers: { authorization: `Bearer ${player.key}` },
  });
  const size = (await answer.arrayBuffer()).byteLength;
  if (answer.status !== 200 || size < rows) throw new Error(`export: ${answer.status}, ${size} bytes`);
  const seconds = (performance.now() - began) / 1000;
  return { name: 'export, rows', rows, seconds, perSecond: rows / seconds };
}

import type { RawSample } from './raw.ts';
import type { Target } from './scenarios.ts';

/** One scenario at one number of connections. Times in milliseconds. */
export interface Line {
  readonly group: string;
  readonly name: string;
  readonly connections: number;
  readonly requests: number;
  readonly failures: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  /** Per request: of the server process, and of PostgreSQL. */
  readonly serverCpu: number;
  readonly databaseCpu: number;
  /** How many statements the request sends beside opening and closing its transaction. */
  readonly statements: number;
  /** The same statements from a bare client, in a transaction and without one. */
  readonly raw: RawSample;
  readonly bare: RawSample | null;
  /** Median of the request to the median of its statements alone. */
  readonly ratio: number;
  readonly target: Target | null;
}

const columns: readonly [string, (line: Line) => string | number, number][] = [
  ['', (line) => line.name, 34],
  ['conn', (line) => line.connections, 5],
  ['req/s', (line) => line.perSecond.toFixed(0), 7],
  ['p50', (line) => line.p50.toFixed(1), 7],
  ['p95', (line) => line.p95.toFixed(1), 7],
  ['node ms', (line) => line.serverCpu.toFixed(2), 8],
  ['pg ms', (line) => line.databaseCpu.toFixed(2), 7],
  ['sql', (line) => line.statements, 4],
  ['raw/s', (line) => line.raw.perSecond.toFixed(0), 7],
  ['raw p50', (line) => line.raw.p50.toFixed(1), 8],
  ['bare p50', (line) => line.bare?.p50.toFixed(1) ?? '', 9],
  ['ratio', (line) => line.ratio.toFixed(2), 6],
  ['', verdict, 26],
];

/** Whether a line reaches what the issue asks of it. */
function verdict({
  connections,
  group,
  target,
  perSecond,
  p50,
  p95,
  raw,
  serverCpu,
  failures,
}: Line): string {
  if (failures > 0) return `✗ ${failures} failed`;
  if (connections === 1 && group === 'list') {
    const allowed = 2 * raw.p50 + 3;
    return p50 <= allowed && serverCpu <= 3 ? '✓' : `✗ wanted ≤ ${allowed.toFixed(1)} ms, ≤ 3 ms CPU`;
  }
  if (connections < 16 || !target) return '';
  const fine = perSecond >= target.perSecond && p95 <= (target.p95 ?? Number.POSITIVE_INFINITY);
  return fine ? '✓' : `✗ wanted ${target.perSecond}/s${target.p95 ? `, p95 ${target.p95}` : ''}`;
}

/** Chinese characters take two places on a terminal. */
function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (/\p{sc=Han}/u.test(letter) ? 2 : 1), 0);
}

export function printTable(lines: readonly Line[], withHead: boolean): void {
  const cell = (value: string | number, width: number, first: boolean) => {
    const space = ' '.repeat(Math.max(0, width - widthOf(String(value))));
    return first ? `${value}${space}` : `${space}${value}`;
  };
  const row = (values: (string | number)[]) =>
    values
      .map((value, place) =>
        cell(value, columns[place]?.[2] ?? 0, place === 0 || place === values.length - 1),
      )
      .join(' ')
      .trimEnd();
  if (withHead) console.log(row(columns.map(([title]) => title)));
  for (const line of lines) console.log(row(columns.map(([, value]) => value(line))));
}

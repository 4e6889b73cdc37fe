import { expect, test } from 'vitest';
import type { ImportMode } from '../model.ts';
import { decideMove } from './import-states.ts';
import { judgeRow, layered, type Match, type RowToJudge, remember } from './judging-rows.ts';

const row = (line: number, keys: string[], change: Partial<RowToJudge> = {}): RowToJudge => ({
  line,
  keys,
  problems: [],
  lacking: [],
  ...change,
});
const match = (id: string, change: Partial<Match> = {}): Match => ({
  id,
  key: 'phone',
  name: '甲',
  mine: true,
  ...change,
});

function judge(
  one: RowToJudge,
  matches: Match[],
  mode: ImportMode,
  seen = layered(new Map()),
  mayUpdate = true,
) {
  const verdict = judgeRow({ row: one, matches, seen, mode, mayUpdate });
  remember(one, verdict, seen);
  return verdict;
}

test.each([
  ['add', [], 'create'],
  ['update', [], 'notFound'],
  ['both', [], 'create'],
  ['add', [match('a')], 'duplicateInSystem'],
  ['update', [match('a')], 'update'],
  ['both', [match('a'), match('a', { key: 'email' })], 'update'],
  ['both', [match('a'), match('b')], 'invalid'],
  ['both', [match('a', { name: null, mine: false })], 'duplicateInSystem'],
] as const)('%s with %j gives %s', (mode, matches, kind) => {
  expect(judge(row(2, ['phone:1']), [...matches], mode).kind).toBe(kind);
});

test('of equal rows the first goes in; one that went nowhere does not stand in the way of a better one', () => {
  const seen = layered(new Map());
  expect(judge(row(2, ['phone:1'], { problems: [{ code: 'not_a_date' }] }), [], 'add', seen).kind).toBe(
    'invalid',
  );
  expect(judge(row(3, ['phone:1']), [], 'add', seen).kind).toBe('create');
  expect(judge(row(4, ['email:x', 'phone:1']), [], 'add', seen)).toEqual({
    kind: 'duplicateInFile',
    reasons: [{ code: 'same_as_line', detail: { key: 'phone', line: 3 } }],
  });
});

test('two rows that find the same record by different keys change it once', () => {
  const seen = layered(new Map());
  expect(judge(row(2, ['phone:1']), [match('a')], 'both', seen).kind).toBe('update');
  expect(judge(row(3, ['email:x']), [match('a', { key: 'email' })], 'both', seen)).toMatchObject({
    kind: 'duplicateInFile',
    reasons: [{ code: 'same_record_as_line' }],
  });
});

test('an update does without what a new record must have', () => {
  const lacking = [{ field: 'company', code: 'required' }];
  expect(judge(row(2, ['phone:1'], { lacking }), [], 'both').kind).toBe('invalid');
  expect(judge(row(2, ['phone:1'], { lacking }), [match('a')], 'both').kind).toBe('update');
});

test('what a batch remembered is forgotten with it, unless it is kept', () => {
  const base = new Map<string, number>();
  const lost = layered(base);
  lost.set('phone:1', 2);
  expect([lost.get('phone:1'), base.size]).toEqual([2, 0]);
  const kept = layered(base);
  kept.set('phone:1', 3);
  kept.keep();
  expect(layered(base).get('phone:1')).toBe(3);
});

test('an import is run once, and undone only after it ended', () => {
  expect(decideMove('checked', 'run')).toEqual({ yes: 'running' });
  for (const status of ['draft', 'running', 'done', 'undone'] as const)
    expect(decideMove(status, 'run')).toMatchObject({ no: 'wrong_state' });
  for (const status of ['done', 'cancelled', 'failed'] as const)
    expect(decideMove(status, 'undo')).toEqual({ yes: 'undoing' });
  expect(decideMove('running', 'undo')).toMatchObject({ no: 'wrong_state' });
});

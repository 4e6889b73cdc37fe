import { expect, test } from 'vitest';
import { decideUndo, keptOnLead } from './converting.ts';

const nothing = { activities: 0, contacts: 0, opportunities: 0, contracts: 0, leads: 0, moves: 0 };
const convertedAt = new Date('2026-11-17T02:00:00Z');

test('a conversion may be taken back for exactly a day', () => {
  const at = (now: string) => decideUndo({ convertedAt, now: new Date(now), hanging: nothing });
  expect(at('2026-11-18T02:00:00Z')).toHaveProperty('yes');
  expect(at('2026-11-18T02:00:01Z')).toHaveProperty('no', 'too_late');
});

test('whatever has been built on it stays', () => {
  for (const key of Object.keys(nothing))
    expect(decideUndo({ convertedAt, now: convertedAt, hanging: { ...nothing, [key]: 1 } })).toMatchObject({
      no: 'in_use',
      detail: { what: `${key} 1` },
    });
});

test('what no account has a place for stays on the lead', () => {
  const fields = ['company', 'note', 'staffCount', 'custom.size'].map((key) => ({ key, entered: true }));
  const values = { company: '嘉岚', note: '要两台', staffCount: null, custom: { size: '大' } };
  expect(keptOnLead(fields, values)).toEqual(['note', 'custom.size']);
});

import { expect, test } from 'vitest';
import { defineObject } from '#kernel/fields.ts';
import type { AssignmentRule } from './assignment-rule.ts';
import { defaultSettings } from './default-settings.ts';
import { type Arrival, type Desk, type Person, placeLeads } from './placing.ts';

const words = (name: string) => ({ zh: name, en: name });
const text = (key: string) => ({ key, type: 'text' as const, label: words(key), filter: true });
const definition = defineObject({
  object: 'leads',
  table: 'leads',
  label: words('leads'),
  nameField: 'company',
  defaultSort: '-createdAt',
  fields: [text('company'), text('region'), text('channel'), text('phone'), text('email')],
});
const person = (userId: string, more: Partial<Person> = {}): Person => ({
  ...{ userId, name: userId, active: true, leaves: [], hours: null, held: 0, cap: 50 },
  ...more,
});
const rule = (
  name: string,
  more: Partial<AssignmentRule> = {},
  users: readonly string[] = [],
): AssignmentRule => ({
  ...{ id: name, name, position: 1, enabled: true, waysIn: null, condition: null, method: 'rotation' },
  ...{ tableField: null, tableRows: [], poolId: null, whenNobody: 'wait', turn: 0 },
  members: users.map((userId) => ({ userId, rowNo: 0, weight: 1, turn: 0, credit: 0 })),
  ...more,
});
const desk = (
  rules: readonly AssignmentRule[],
  people: readonly Person[],
  more: Partial<Desk> = {},
): Desk => ({
  rules,
  settings: defaultSettings('zh-CN'),
  people: new Map(people.map((one) => [one.userId, one])),
  poolNames: new Map([['p', '公海']]),
  defaultPoolId: 'p',
  definition,
  moment: { actorId: 'x', now: new Date('2026-11-17T02:00:00Z'), zone: 'Asia/Shanghai' },
  ...more,
});
const lead = (values: Record<string, unknown> = {}, more: Partial<Arrival> = {}): Arrival => ({
  ...{ values: { company: '甲', ...values }, method: 'form' },
  ...more,
});
const owners = (given: ReturnType<typeof placeLeads>) =>
  given.placements.map(({ ownerId }) => ownerId).join('');

test('the first rule that holds decides, and the reason names those that did not', () => {
  const east = rule('华东', { condition: { field: 'region', operator: '=', value: '上海' } }, ['A']);
  const rest = rule('其余', { position: 2 }, ['B']);
  const { placements } = placeLeads(
    [lead({ region: '上海' }), lead({ region: '成都' })],
    [],
    desk([east, rest], [person('A'), person('B')]),
  );
  expect(placements.map(({ ownerId, ruleId }) => [ownerId, ruleId])).toEqual([
    ['A', '华东'],
    ['B', '其余'],
  ]);
  expect(placements[1]?.why.zh).toBe('规则「其余」：轮到 B。没命中的规则：「华东」');
});

test('whoever cannot take it is passed over, and the reason says why', () => {
  const all = rule('轮流', {}, ['A', 'B', 'C', 'D', 'E']);
  const people = [
    person('A', { active: false }),
    person('B', { leaves: [{ fromOn: '2026-11-16', toOn: '2026-11-25' }] }),
    person('C', { hours: { days: [6], holidays: 'none', spans: [{ from: '09:00', to: '10:00' }] } }),
    person('D', { held: 50 }),
    person('E'),
  ];
  const { placements } = placeLeads([lead()], [], desk([all], people));
  expect(placements[0]?.ownerId).toBe('E');
  expect(placements[0]?.why.zh).toBe(
    '规则「轮流」：轮到 E。跳过 A（已停用）、B（休假到 2026-11-25）、C（不在工作时间，2026-11-21 09:00 起）、D（库容已满 50 / 50）',
  );
  expect(placements[0]?.why.en).toContain('D (at the cap, 50 of 50)');
});

test('the cap counts what the batch itself has given', () => {
  const given = placeLeads(
    Array.from({ length: 6 }, () => lead()),
    [],
    desk([rule('r', {}, ['A', 'B'])], [person('A', { held: 48 }), person('B', { held: 49 })]),
  );
  expect(owners(given)).toBe('ABA');
  expect(given.placements.at(-1)).toMatchObject({ by: 'nobody', poolId: 'p', ruleId: 'r' });
});

test('the holder of the same company comes before every rule, unless he has no room', () => {
  const known = { userId: 'B', key: 'phone', object: 'accounts' } as const;
  const on = (b: Partial<Person>) =>
    placeLeads([lead()], [known], desk([rule('r', {}, ['A'])], [person('A'), person('B', b)])).placements[0];
  expect(on({})).toMatchObject({
    ownerId: 'B',
    by: 'existingOwner',
    why: { zh: '手机相同的客户归 B，线索也归他' },
  });
  expect(on({ held: 50 })).toMatchObject({ ownerId: 'A', ruleId: 'r' });
  expect(on({ held: 50 })?.why.zh).toContain('但库容已满 50 / 50，改按规则');
});

test('the blacklist comes before everything', () => {
  const settings = {
    ...defaultSettings('zh-CN'),
    blacklist: [{ kind: 'phone', value: '138 0013 8000', note: null }] as const,
  };
  const known = { userId: 'A', key: 'phone', object: 'leads' } as const;
  const { placements } = placeLeads(
    [lead({ phone: '+8613800138000' })],
    [known],
    desk([rule('r', {}, ['A'])], [person('A')], { settings }),
  );
  expect(placements[0]).toMatchObject({ ownerId: null, poolId: 'p', by: 'blacklist' });
});

test('a rule hears only the ways in it is meant for', () => {
  const forms = rule('表单', { waysIn: ['form'] }, ['A']);
  const given = placeLeads([lead(), lead({}, { method: 'import' })], [], desk([forms], [person('A')]));
  expect(given.placements.map(({ by }) => by)).toEqual(['rule', 'noRule']);
});

test('a table of regions understands provinces and cities', () => {
  const table = rule('片区', {
    method: 'table',
    tableField: 'region',
    tableRows: [['杭州'], ['浙江', '上海']],
    members: [
      { userId: 'A', rowNo: 0, weight: 1, turn: 0, credit: 0 },
      { userId: 'B', rowNo: 1, weight: 1, turn: 0, credit: 0 },
      { userId: 'C', rowNo: 1, weight: 1, turn: 0, credit: 0 },
    ],
  });
  const given = placeLeads(
    ['浙江杭州', '宁波', '上海市浦东', '成都', '杭州市'].map((region) => lead({ region })),
    [],
    desk(
      [table],
      ['A', 'B', 'C'].map((id) => person(id)),
    ),
  );
  expect(given.placements.map(({ ownerId }) => ownerId)).toEqual(['A', 'B', 'C', null, 'A']);
});

test('with nobody there a lead goes to the next rule, waits, or stays, as the rule says', () => {
  const away = [person('A', { active: false }), person('B')];
  const next = placeLeads(
    [lead()],
    [],
    desk([rule('一', { whenNobody: 'next' }, ['A']), rule('二', { position: 2 }, ['B'])], away),
  );
  expect(next.placements[0]).toMatchObject({ ownerId: 'B', ruleId: '二' });
  expect(next.placements[0]?.why.zh).toContain('规则「一」没人能接（A（已停用））');
  const waits = placeLeads([lead()], [], desk([rule('一', {}, ['A'])], away));
  expect(waits.placements[0]?.why.zh).toContain('有人能接时再分配');
});

test('whoever let the record go lately, or has just lost it, does not get it back', () => {
  const cooling = new Map([['A', new Date('2026-11-20T00:00:00Z')]]);
  const given = placeLeads(
    [lead({}, { cooling, hadBy: 'B' })],
    [],
    desk(
      [rule('r', {}, ['A', 'B', 'C'])],
      ['A', 'B', 'C'].map((id) => person(id)),
    ),
  );
  expect(owners(given)).toBe('C');
});

import { describe, expect, test } from 'vitest';
import type { FieldSpec } from './field-spec.ts';
import { checkField, checkForm, cleanValues } from './form-check.ts';
import { uiWordsZh as words } from './words.zh.ts';

const company: FieldSpec = { key: 'company', kind: 'text', label: '公司', required: true, maxLength: 5 };
const amount: FieldSpec = { key: 'amount', kind: 'money', label: '金额', min: '0', max: '100' };

describe('A form complains before the server is asked', () => {
  test('when a required field is empty or only blanks', () => {
    expect(checkField(company, '  ', words)).toBe('要填公司');
    expect(checkField({ ...company, required: false }, '', words)).toBeUndefined();
  });
  test('when a text is too long or a number out of its bounds', () => {
    expect(checkField(company, '一二三四五六', words)).toBe('最多 5 个字');
    expect(checkField(amount, '-1', words)).toBe('不能小于 0');
    expect(checkField(amount, '100.01', words)).toBe('不能大于 100');
    expect(checkField(amount, '100', words)).toBeUndefined();
  });
  test('when mail, web address or phone cannot be right', () => {
    expect(checkField({ key: 'm', kind: 'email', label: '' }, 'a@b', words)).toBe(words.badEmail);
    expect(checkField({ key: 'u', kind: 'url', label: '' }, 'javascript:alert(1)', words)).toBe(words.badUrl);
    expect(checkField({ key: 'p', kind: 'phone', label: '' }, '微信同号', words)).toBe(words.badPhone);
    expect(checkField({ key: 'p', kind: 'phone', label: '' }, '+86 138-0013-8000', words)).toBeUndefined();
  });
  test('but never about a field that cannot be written', () => {
    expect(checkForm([{ ...company, readOnly: true }], {}, words)).toEqual([]);
  });
});

test('what is sent is trimmed, and an emptied text is null', () => {
  expect(cleanValues({ a: ' 晟屿 ', b: '  ', c: 3, d: ['x'] })).toEqual({
    a: '晟屿',
    b: null,
    c: 3,
    d: ['x'],
  });
});

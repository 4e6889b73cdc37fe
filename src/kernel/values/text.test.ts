import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanLongText, cleanText, foldForSearch, grams, halfWidth } from './text.ts';

const anything = fc.string({ unit: 'binary', maxLength: 60 });

describe('cleaning', () => {
  test('takes away what nobody can see', () => {
    expect(cleanText('  华为\u200b技术\ufeff  有限\u0000公司\u202e ')).toBe('华为技术 有限公司');
    expect(cleanText('a\ud800b')).toBe('ab');
    expect(cleanText('cafe\u0301')).toBe('café');
    expect(cleanText('华\u200d为')).toBe('华为');
    expect(cleanText('line\nbreak\ttab')).toBe('line break tab');
  });
  test('keeps emoji families, Persian joiners and supplementary characters', () => {
    for (const kept of ['👨‍👩‍👧', 'می‌خواهم', '𠮷野家', '👍🏽']) expect(cleanText(kept)).toBe(kept);
  });
  test('keeps the lines of a long text', () => {
    expect(cleanLongText(' 第一行  \r\n第二行\u200b\r\n\r\n末行\n ')).toBe('第一行\n第二行\n\n末行');
  });
  test('cleaning twice changes nothing, and nothing dangerous is left', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const once = cleanText(text);
        expect(cleanText(once)).toBe(once);
        expect(once.isWellFormed()).toBe(true);

        expect(once).not.toMatch(/[\p{Cc}\u202a-\u202e\u200b]|^\s|\s$/u);
        expect(cleanLongText(cleanLongText(text))).toBe(cleanLongText(text));
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('search form', () => {
  test('half width, lower case, compatibility forms', () => {
    expect(foldForSearch('ＡＢＣ公司㈱')).toBe('abc公司(株)');
    expect(foldForSearch('ΣΑΣ İ')).toBe('σασ i');
    expect(halfWidth(' １３８－００ ')).toBe('138-00');
  });
  test('grams are the distinct pairs, or the only character', () => {
    expect(grams('华为 华为')).toEqual(['华为', '为华']);
    expect(grams('华')).toEqual(['华']);
    expect(grams(' 　')).toEqual([]);
    expect(grams('𠮷A')).toEqual(['𠮷a']);
  });
  test('a text contains the grams of each of its parts', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...'华为技术有限AbC１２ '), { minLength: 2 }),
        fc.nat(),
        fc.nat(),
        (letters, a, b) => {
          const from = a % letters.length;
          const part = letters.slice(from, from + 2 + (b % letters.length)).join('');
          const all = new Set(grams(letters.join('')));
          const found = grams(part);
          expect(found.length < 2 || found.every((gram) => all.has(gram))).toBe(true);
        },
      ),
    );
  });
});

import { expect, test } from 'vitest';
import { blacklistText, readBlacklistText } from './blacklist-lines.ts';

test('what a line bars shows by its form, and it reads back as it was written', () => {
  const text = '138 0013 8000\nli@huawei.cn # 同行\n@spam.cn\n91110108551385082Q\n某某贸易有限公司';
  const bars = readBlacklistText(`${text}\n\n`);
  expect(bars.map(({ kind }) => kind)).toEqual(['phone', 'email', 'domain', 'uscc', 'company']);
  expect(bars[1]).toEqual({ kind: 'email', value: 'li@huawei.cn', note: '同行' });
  expect(blacklistText(bars)).toBe(text);
});

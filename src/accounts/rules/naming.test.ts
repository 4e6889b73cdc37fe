import { expect, test } from 'vitest';
import { decideCode, nameForms } from './naming.ts';

test('two spellings of one company share their key, two legal forms only their core', () => {
  expect(nameForms('晟屿新材料（湖州）有限公司').company_key).toBe(
    nameForms('晟屿新材料(湖州) 有限公司').company_key,
  );
  const long = nameForms('湖州晟屿新材料有限责任公司');
  const short = nameForms('晟屿新材料有限公司');
  expect(long.company_key).not.toBe(short.company_key);
  expect(long.company_core).toBe(short.company_core);
});

test('a credit code with a wrong check character is refused, a right one is kept in capitals', () => {
  expect(decideCode('91330100799655058b')).toEqual({ yes: '91330100799655058B' });
  expect(decideCode('91330100799655058C')).toEqual({ no: 'not_a_credit_code' });
  expect(decideCode(null)).toEqual({ yes: null });
});

const DIGITS = new Map<string, number>();
for (const row of ['零一二三四五六七八九', '〇壹贰叁肆伍陆柒捌玖']) {
  [...row].forEach((letter, value) => {
    DIGITS.set(letter, value);
  });
}
DIGITS.set('两', 2).set('貳', 2).set('陸', 6);
const SMALL = new Map([
  ['十', 10n],
  ['拾', 10n],
  ['百', 100n],
  ['佰', 100n],
  ['千', 1_000n],
  ['仟', 1_000n],
]);
const LARGE = new Map([
  ['万', 10_000n],
  ['亿', 100_000_000n],
]);

/** A number in Chinese words, everyday or formal (`五千万`, `伍仟万`, `一亿两千万`), as plain digits; null when it is none. */
export function readChineseNumber(text: string): string | null {
  let total = 0n;
  let section = 0n;
  let digit: bigint | null = null;
  for (const letter of text) {
    const value = DIGITS.get(letter);
    const small = SMALL.get(letter);
    const large = LARGE.get(letter);
    if (value !== undefined) {
      // Two digits in a row are a number read out (二〇二六), not an amount; only a zero may stand before another.
      if (digit !== null && digit !== 0n) return null;
      digit = BigInt(value);
    } else if (small) {
      section += (digit || 1n) * small;
      digit = null;
    } else if (large) {
      section += digit ?? 0n;
      // 一万亿: the larger unit multiplies everything before it.
      if (large > 10_000n) total = (total + section) * large;
      else total += section * large;
      section = 0n;
      digit = null;
    } else return null;
  }
  // A bare unit (万) is no number; only 十 may do without a digit.
  const counted = [...text].some((letter) => DIGITS.has(letter)) || /^[十拾]/.test(text);
  return !counted ? null : String(total + section + (digit ?? 0n));
}

